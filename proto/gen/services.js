/* Generated from proto/wijk/v1 by `npm run proto`. Do not edit. */
import * as grpc from '@grpc/grpc-js';
import { wijk } from './wijk.js';

const method = (path, requestStream, responseStream, Request, Response) => ({
  path, requestStream, responseStream,
  requestSerialize: (value) => Buffer.from(Request.encode(value).finish()),
  requestDeserialize: (bytes) => Request.decode(bytes),
  // A server that has encoded a message already (one frame for many watchers) passes the bytes on.
  responseSerialize: (value) => (Buffer.isBuffer(value) ? value : Buffer.from(Response.encode(value).finish())),
  responseDeserialize: (bytes) => Response.decode(bytes),
});

export const BenchServiceDefinition = {
  getHealth: method('/wijk.v1.BenchService/GetHealth', false, false, wijk.v1.GetHealthRequest, wijk.v1.GetHealthResponse),
  watchHealth: method('/wijk.v1.BenchService/WatchHealth', false, true, wijk.v1.WatchHealthRequest, wijk.v1.WatchHealthResponse),
  emergencyStop: method('/wijk.v1.BenchService/EmergencyStop', false, false, wijk.v1.EmergencyStopRequest, wijk.v1.EmergencyStopResponse),
  releaseEmergencyStop: method('/wijk.v1.BenchService/ReleaseEmergencyStop', false, false, wijk.v1.ReleaseEmergencyStopRequest, wijk.v1.ReleaseEmergencyStopResponse),
};

export const ExperimentServiceDefinition = {
  run: method('/wijk.v1.ExperimentService/Run', false, false, wijk.v1.RunRequest, wijk.v1.RunResponse),
  watchExperiment: method('/wijk.v1.ExperimentService/WatchExperiment', false, true, wijk.v1.WatchExperimentRequest, wijk.v1.WatchExperimentResponse),
  getVerdict: method('/wijk.v1.ExperimentService/GetVerdict', false, false, wijk.v1.GetVerdictRequest, wijk.v1.GetVerdictResponse),
  getReport: method('/wijk.v1.ExperimentService/GetReport', false, false, wijk.v1.GetReportRequest, wijk.v1.GetReportResponse),
  abort: method('/wijk.v1.ExperimentService/Abort', false, false, wijk.v1.AbortRequest, wijk.v1.AbortResponse),
};

export const RecordServiceDefinition = {
  listQuarterHours: method('/wijk.v1.RecordService/ListQuarterHours', false, false, wijk.v1.ListQuarterHoursRequest, wijk.v1.ListQuarterHoursResponse),
  listTenMinuteMeans: method('/wijk.v1.RecordService/ListTenMinuteMeans', false, false, wijk.v1.ListTenMinuteMeansRequest, wijk.v1.ListTenMinuteMeansResponse),
  listEvents: method('/wijk.v1.RecordService/ListEvents', false, false, wijk.v1.ListEventsRequest, wijk.v1.ListEventsResponse),
  readSeries: method('/wijk.v1.RecordService/ReadSeries', false, false, wijk.v1.ReadSeriesRequest, wijk.v1.ReadSeriesResponse),
  summarizeSlots: method('/wijk.v1.RecordService/SummarizeSlots', false, false, wijk.v1.SummarizeSlotsRequest, wijk.v1.SummarizeSlotsResponse),
  listLedger: method('/wijk.v1.RecordService/ListLedger', false, false, wijk.v1.ListLedgerRequest, wijk.v1.ListLedgerResponse),
  getSettlement: method('/wijk.v1.RecordService/GetSettlement', false, false, wijk.v1.GetSettlementRequest, wijk.v1.GetSettlementResponse),
  export: method('/wijk.v1.RecordService/Export', false, false, wijk.v1.ExportRequest, wijk.v1.ExportResponse),
};

export const SlotServiceDefinition = {
  attach: method('/wijk.v1.SlotService/Attach', true, true, wijk.v1.AttachRequest, wijk.v1.AttachResponse),
  listLeases: method('/wijk.v1.SlotService/ListLeases', false, false, wijk.v1.ListLeasesRequest, wijk.v1.ListLeasesResponse),
};

export const StrategyServiceDefinition = {
  decide: method('/wijk.v1.StrategyService/Decide', true, true, wijk.v1.DecideRequest, wijk.v1.DecideResponse),
};

export const TwinServiceDefinition = {
  load: method('/wijk.v1.TwinService/Load', false, false, wijk.v1.LoadRequest, wijk.v1.LoadResponse),
  describe: method('/wijk.v1.TwinService/Describe', false, false, wijk.v1.DescribeRequest, wijk.v1.DescribeResponse),
  getStatus: method('/wijk.v1.TwinService/GetStatus', false, false, wijk.v1.GetStatusRequest, wijk.v1.GetStatusResponse),
  start: method('/wijk.v1.TwinService/Start', false, false, wijk.v1.StartRequest, wijk.v1.StartResponse),
  pause: method('/wijk.v1.TwinService/Pause', false, false, wijk.v1.PauseRequest, wijk.v1.PauseResponse),
  setSpeed: method('/wijk.v1.TwinService/SetSpeed', false, false, wijk.v1.SetSpeedRequest, wijk.v1.SetSpeedResponse),
  inject: method('/wijk.v1.TwinService/Inject', false, false, wijk.v1.InjectRequest, wijk.v1.InjectResponse),
  stop: method('/wijk.v1.TwinService/Stop', false, false, wijk.v1.StopRequest, wijk.v1.StopResponse),
  watch: method('/wijk.v1.TwinService/Watch', false, true, wijk.v1.WatchRequest, wijk.v1.WatchResponse),
};

export const createBenchServiceClient = (address, credentials = grpc.credentials.createInsecure(), options = {}) => new (grpc.makeGenericClientConstructor(BenchServiceDefinition, 'wijk.v1.BenchService'))(address, credentials, options);
export const createExperimentServiceClient = (address, credentials = grpc.credentials.createInsecure(), options = {}) => new (grpc.makeGenericClientConstructor(ExperimentServiceDefinition, 'wijk.v1.ExperimentService'))(address, credentials, options);
export const createRecordServiceClient = (address, credentials = grpc.credentials.createInsecure(), options = {}) => new (grpc.makeGenericClientConstructor(RecordServiceDefinition, 'wijk.v1.RecordService'))(address, credentials, options);
export const createSlotServiceClient = (address, credentials = grpc.credentials.createInsecure(), options = {}) => new (grpc.makeGenericClientConstructor(SlotServiceDefinition, 'wijk.v1.SlotService'))(address, credentials, options);
export const createStrategyServiceClient = (address, credentials = grpc.credentials.createInsecure(), options = {}) => new (grpc.makeGenericClientConstructor(StrategyServiceDefinition, 'wijk.v1.StrategyService'))(address, credentials, options);
export const createTwinServiceClient = (address, credentials = grpc.credentials.createInsecure(), options = {}) => new (grpc.makeGenericClientConstructor(TwinServiceDefinition, 'wijk.v1.TwinService'))(address, credentials, options);
