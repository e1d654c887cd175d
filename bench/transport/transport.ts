/**
 * What every line to a device looks like, whatever it is made of.
 *
 * An address string opens a pair of byte streams; nobody above this file asks whether it is a serial port or a socket.
 */

/** Why a transport ended. `local`: we closed it. `peer`: the other side hung up. `fault`: the line itself failed. */
export interface CloseReason {
  readonly kind: 'local' | 'peer' | 'fault';
  /** The cause as a sentence for a person, with the address. */
  readonly message: string;
}

export interface Transport {
  /** The address a person would recognise: as given, or `tcp:host:port` of the peer on an accepted connection. */
  readonly address: string;
  readonly closed: boolean;
  /**
   * Hands bytes to the operating system; resolves once they are accepted. Rejects with NO_SUCH_PORT if the line is
   * closed or fails. Calls keep their order.
   */
  write(bytes: Uint8Array): Promise<void>;
  /**
   * Calls back with every chunk received, in order; chunk borders mean nothing. Bytes that arrive before the first
   * listener are kept (at most 64 KiB) and handed to it. Returns the function that removes the listener.
   */
  onData(listener: (bytes: Uint8Array) => void): () => void;
  /** Calls back once, also if the transport closed before. Returns the function that removes the listener. */
  onClose(listener: (reason: CloseReason) => void): () => void;
  /** Closes and resolves when the resource is free again. Safe to call twice. */
  close(): Promise<void>;
}

/** The server side of an address: takes connections until closed. */
export interface Listener {
  /** What a client opens: `tcp:127.0.0.1:43211`, with the port that was really taken. */
  readonly address: string;
  /** Stops listening and closes every accepted connection. */
  close(): Promise<void>;
}
