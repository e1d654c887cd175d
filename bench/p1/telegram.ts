/** Telegrams: what they say, how they are read and how they are written. */
export { composeTelegram, type TelegramContent } from './compose.js';
export { type ParsedTelegram, parseTelegram } from './parse.js';
export { type FailureLogEntry, type MBusReading, netPhasesW, type Peak, type Telegram } from './reading.js';
export { formatTimestamp, isSummerTime, parseTimestamp } from './time.js';
