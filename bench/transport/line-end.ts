/** The listener side that every transport shares: bytes wait for the first listener, a close is told exactly once. */
import type { CloseReason } from './transport.js';

/** More than this before anyone listens means that nobody will: the oldest bytes go. */
const EARLY_BYTES_MAX = 64 * 1024;

export class LineEnd {
  private readonly dataListeners = new Set<(bytes: Uint8Array) => void>();
  private readonly closeListeners = new Set<(reason: CloseReason) => void>();
  private early: Uint8Array[] = [];
  private earlyBytes = 0;
  private reason: CloseReason | undefined;

  get closed(): boolean {
    return this.reason !== undefined;
  }

  onData(listener: (bytes: Uint8Array) => void): () => void {
    this.dataListeners.add(listener);
    if (this.early.length > 0) {
      const kept = this.early;
      this.early = [];
      this.earlyBytes = 0;
      queueMicrotask(() => {
        for (const bytes of kept) this.receive(bytes);
      });
    }
    return () => this.dataListeners.delete(listener);
  }

  onClose(listener: (reason: CloseReason) => void): () => void {
    const { reason } = this;
    if (reason !== undefined) {
      queueMicrotask(() => listener(reason));
      return () => undefined;
    }
    this.closeListeners.add(listener);
    return () => this.closeListeners.delete(listener);
  }

  receive(bytes: Uint8Array): void {
    if (this.dataListeners.size > 0) {
      for (const listener of [...this.dataListeners]) listener(bytes);
      return;
    }
    this.early.push(bytes);
    this.earlyBytes += bytes.length;
    while (this.earlyBytes > EARLY_BYTES_MAX) this.earlyBytes -= this.early.shift()!.length;
  }

  /** The first reason wins; later ones are its consequences. */
  end(reason: CloseReason): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    const listeners = [...this.closeListeners];
    this.closeListeners.clear();
    for (const listener of listeners) listener(reason);
  }
}
