/* Generated from proto/wijk/v1 by `npm run proto`. Do not edit. */
import type * as grpc from '@grpc/grpc-js';
import type { wijk } from './wijk.js';

export interface BenchServiceHandlers extends grpc.UntypedServiceImplementation {
  getHealth: grpc.handleUnaryCall<wijk.v1.GetHealthRequest, wijk.v1.IGetHealthResponse>;
  watchHealth: grpc.handleServerStreamingCall<wijk.v1.WatchHealthRequest, wijk.v1.IWatchHealthResponse | Buffer>;
  emergencyStop: grpc.handleUnaryCall<wijk.v1.EmergencyStopRequest, wijk.v1.IEmergencyStopResponse>;
  releaseEmergencyStop: grpc.handleUnaryCall<wijk.v1.ReleaseEmergencyStopRequest, wijk.v1.IReleaseEmergencyStopResponse>;
}
export interface BenchServiceClient extends grpc.Client {
  getHealth(request: wijk.v1.IGetHealthRequest, callback: grpc.requestCallback<wijk.v1.GetHealthResponse>): grpc.ClientUnaryCall;
  getHealth(request: wijk.v1.IGetHealthRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.GetHealthResponse>): grpc.ClientUnaryCall;
  watchHealth(request: wijk.v1.IWatchHealthRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<wijk.v1.WatchHealthResponse>;
  emergencyStop(request: wijk.v1.IEmergencyStopRequest, callback: grpc.requestCallback<wijk.v1.EmergencyStopResponse>): grpc.ClientUnaryCall;
  emergencyStop(request: wijk.v1.IEmergencyStopRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.EmergencyStopResponse>): grpc.ClientUnaryCall;
  releaseEmergencyStop(request: wijk.v1.IReleaseEmergencyStopRequest, callback: grpc.requestCallback<wijk.v1.ReleaseEmergencyStopResponse>): grpc.ClientUnaryCall;
  releaseEmergencyStop(request: wijk.v1.IReleaseEmergencyStopRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.ReleaseEmergencyStopResponse>): grpc.ClientUnaryCall;
}
export declare const BenchServiceDefinition: grpc.ServiceDefinition;

export interface ExperimentServiceHandlers extends grpc.UntypedServiceImplementation {
  run: grpc.handleUnaryCall<wijk.v1.RunRequest, wijk.v1.IRunResponse>;
  watchExperiment: grpc.handleServerStreamingCall<wijk.v1.WatchExperimentRequest, wijk.v1.IWatchExperimentResponse | Buffer>;
  getVerdict: grpc.handleUnaryCall<wijk.v1.GetVerdictRequest, wijk.v1.IGetVerdictResponse>;
  getReport: grpc.handleUnaryCall<wijk.v1.GetReportRequest, wijk.v1.IGetReportResponse>;
  abort: grpc.handleUnaryCall<wijk.v1.AbortRequest, wijk.v1.IAbortResponse>;
}
export interface ExperimentServiceClient extends grpc.Client {
  run(request: wijk.v1.IRunRequest, callback: grpc.requestCallback<wijk.v1.RunResponse>): grpc.ClientUnaryCall;
  run(request: wijk.v1.IRunRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.RunResponse>): grpc.ClientUnaryCall;
  watchExperiment(request: wijk.v1.IWatchExperimentRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<wijk.v1.WatchExperimentResponse>;
  getVerdict(request: wijk.v1.IGetVerdictRequest, callback: grpc.requestCallback<wijk.v1.GetVerdictResponse>): grpc.ClientUnaryCall;
  getVerdict(request: wijk.v1.IGetVerdictRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.GetVerdictResponse>): grpc.ClientUnaryCall;
  getReport(request: wijk.v1.IGetReportRequest, callback: grpc.requestCallback<wijk.v1.GetReportResponse>): grpc.ClientUnaryCall;
  getReport(request: wijk.v1.IGetReportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.GetReportResponse>): grpc.ClientUnaryCall;
  abort(request: wijk.v1.IAbortRequest, callback: grpc.requestCallback<wijk.v1.AbortResponse>): grpc.ClientUnaryCall;
  abort(request: wijk.v1.IAbortRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.AbortResponse>): grpc.ClientUnaryCall;
}
export declare const ExperimentServiceDefinition: grpc.ServiceDefinition;

export interface RecordServiceHandlers extends grpc.UntypedServiceImplementation {
  listQuarterHours: grpc.handleUnaryCall<wijk.v1.ListQuarterHoursRequest, wijk.v1.IListQuarterHoursResponse>;
  listTenMinuteMeans: grpc.handleUnaryCall<wijk.v1.ListTenMinuteMeansRequest, wijk.v1.IListTenMinuteMeansResponse>;
  listEvents: grpc.handleUnaryCall<wijk.v1.ListEventsRequest, wijk.v1.IListEventsResponse>;
  readSeries: grpc.handleUnaryCall<wijk.v1.ReadSeriesRequest, wijk.v1.IReadSeriesResponse>;
  summarizeSlots: grpc.handleUnaryCall<wijk.v1.SummarizeSlotsRequest, wijk.v1.ISummarizeSlotsResponse>;
  listLedger: grpc.handleUnaryCall<wijk.v1.ListLedgerRequest, wijk.v1.IListLedgerResponse>;
  getSettlement: grpc.handleUnaryCall<wijk.v1.GetSettlementRequest, wijk.v1.IGetSettlementResponse>;
  export: grpc.handleUnaryCall<wijk.v1.ExportRequest, wijk.v1.IExportResponse>;
}
export interface RecordServiceClient extends grpc.Client {
  listQuarterHours(request: wijk.v1.IListQuarterHoursRequest, callback: grpc.requestCallback<wijk.v1.ListQuarterHoursResponse>): grpc.ClientUnaryCall;
  listQuarterHours(request: wijk.v1.IListQuarterHoursRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.ListQuarterHoursResponse>): grpc.ClientUnaryCall;
  listTenMinuteMeans(request: wijk.v1.IListTenMinuteMeansRequest, callback: grpc.requestCallback<wijk.v1.ListTenMinuteMeansResponse>): grpc.ClientUnaryCall;
  listTenMinuteMeans(request: wijk.v1.IListTenMinuteMeansRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.ListTenMinuteMeansResponse>): grpc.ClientUnaryCall;
  listEvents(request: wijk.v1.IListEventsRequest, callback: grpc.requestCallback<wijk.v1.ListEventsResponse>): grpc.ClientUnaryCall;
  listEvents(request: wijk.v1.IListEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.ListEventsResponse>): grpc.ClientUnaryCall;
  readSeries(request: wijk.v1.IReadSeriesRequest, callback: grpc.requestCallback<wijk.v1.ReadSeriesResponse>): grpc.ClientUnaryCall;
  readSeries(request: wijk.v1.IReadSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.ReadSeriesResponse>): grpc.ClientUnaryCall;
  summarizeSlots(request: wijk.v1.ISummarizeSlotsRequest, callback: grpc.requestCallback<wijk.v1.SummarizeSlotsResponse>): grpc.ClientUnaryCall;
  summarizeSlots(request: wijk.v1.ISummarizeSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.SummarizeSlotsResponse>): grpc.ClientUnaryCall;
  listLedger(request: wijk.v1.IListLedgerRequest, callback: grpc.requestCallback<wijk.v1.ListLedgerResponse>): grpc.ClientUnaryCall;
  listLedger(request: wijk.v1.IListLedgerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.ListLedgerResponse>): grpc.ClientUnaryCall;
  getSettlement(request: wijk.v1.IGetSettlementRequest, callback: grpc.requestCallback<wijk.v1.GetSettlementResponse>): grpc.ClientUnaryCall;
  getSettlement(request: wijk.v1.IGetSettlementRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.GetSettlementResponse>): grpc.ClientUnaryCall;
  export(request: wijk.v1.IExportRequest, callback: grpc.requestCallback<wijk.v1.ExportResponse>): grpc.ClientUnaryCall;
  export(request: wijk.v1.IExportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.ExportResponse>): grpc.ClientUnaryCall;
}
export declare const RecordServiceDefinition: grpc.ServiceDefinition;

export interface SlotServiceHandlers extends grpc.UntypedServiceImplementation {
  attach: grpc.handleBidiStreamingCall<wijk.v1.AttachRequest, wijk.v1.IAttachResponse | Buffer>;
  listLeases: grpc.handleUnaryCall<wijk.v1.ListLeasesRequest, wijk.v1.IListLeasesResponse>;
}
export interface SlotServiceClient extends grpc.Client {
  attach(options?: grpc.CallOptions): grpc.ClientDuplexStream<wijk.v1.IAttachRequest, wijk.v1.AttachResponse>;
  listLeases(request: wijk.v1.IListLeasesRequest, callback: grpc.requestCallback<wijk.v1.ListLeasesResponse>): grpc.ClientUnaryCall;
  listLeases(request: wijk.v1.IListLeasesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.ListLeasesResponse>): grpc.ClientUnaryCall;
}
export declare const SlotServiceDefinition: grpc.ServiceDefinition;

export interface StrategyServiceHandlers extends grpc.UntypedServiceImplementation {
  decide: grpc.handleBidiStreamingCall<wijk.v1.DecideRequest, wijk.v1.IDecideResponse | Buffer>;
}
export interface StrategyServiceClient extends grpc.Client {
  decide(options?: grpc.CallOptions): grpc.ClientDuplexStream<wijk.v1.IDecideRequest, wijk.v1.DecideResponse>;
}
export declare const StrategyServiceDefinition: grpc.ServiceDefinition;

export interface TwinServiceHandlers extends grpc.UntypedServiceImplementation {
  load: grpc.handleUnaryCall<wijk.v1.LoadRequest, wijk.v1.ILoadResponse>;
  describe: grpc.handleUnaryCall<wijk.v1.DescribeRequest, wijk.v1.IDescribeResponse>;
  getStatus: grpc.handleUnaryCall<wijk.v1.GetStatusRequest, wijk.v1.IGetStatusResponse>;
  start: grpc.handleUnaryCall<wijk.v1.StartRequest, wijk.v1.IStartResponse>;
  pause: grpc.handleUnaryCall<wijk.v1.PauseRequest, wijk.v1.IPauseResponse>;
  setSpeed: grpc.handleUnaryCall<wijk.v1.SetSpeedRequest, wijk.v1.ISetSpeedResponse>;
  inject: grpc.handleUnaryCall<wijk.v1.InjectRequest, wijk.v1.IInjectResponse>;
  stop: grpc.handleUnaryCall<wijk.v1.StopRequest, wijk.v1.IStopResponse>;
  watch: grpc.handleServerStreamingCall<wijk.v1.WatchRequest, wijk.v1.IWatchResponse | Buffer>;
}
export interface TwinServiceClient extends grpc.Client {
  load(request: wijk.v1.ILoadRequest, callback: grpc.requestCallback<wijk.v1.LoadResponse>): grpc.ClientUnaryCall;
  load(request: wijk.v1.ILoadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.LoadResponse>): grpc.ClientUnaryCall;
  describe(request: wijk.v1.IDescribeRequest, callback: grpc.requestCallback<wijk.v1.DescribeResponse>): grpc.ClientUnaryCall;
  describe(request: wijk.v1.IDescribeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.DescribeResponse>): grpc.ClientUnaryCall;
  getStatus(request: wijk.v1.IGetStatusRequest, callback: grpc.requestCallback<wijk.v1.GetStatusResponse>): grpc.ClientUnaryCall;
  getStatus(request: wijk.v1.IGetStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.GetStatusResponse>): grpc.ClientUnaryCall;
  start(request: wijk.v1.IStartRequest, callback: grpc.requestCallback<wijk.v1.StartResponse>): grpc.ClientUnaryCall;
  start(request: wijk.v1.IStartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.StartResponse>): grpc.ClientUnaryCall;
  pause(request: wijk.v1.IPauseRequest, callback: grpc.requestCallback<wijk.v1.PauseResponse>): grpc.ClientUnaryCall;
  pause(request: wijk.v1.IPauseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.PauseResponse>): grpc.ClientUnaryCall;
  setSpeed(request: wijk.v1.ISetSpeedRequest, callback: grpc.requestCallback<wijk.v1.SetSpeedResponse>): grpc.ClientUnaryCall;
  setSpeed(request: wijk.v1.ISetSpeedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.SetSpeedResponse>): grpc.ClientUnaryCall;
  inject(request: wijk.v1.IInjectRequest, callback: grpc.requestCallback<wijk.v1.InjectResponse>): grpc.ClientUnaryCall;
  inject(request: wijk.v1.IInjectRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.InjectResponse>): grpc.ClientUnaryCall;
  stop(request: wijk.v1.IStopRequest, callback: grpc.requestCallback<wijk.v1.StopResponse>): grpc.ClientUnaryCall;
  stop(request: wijk.v1.IStopRequest, options: grpc.CallOptions, callback: grpc.requestCallback<wijk.v1.StopResponse>): grpc.ClientUnaryCall;
  watch(request: wijk.v1.IWatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<wijk.v1.WatchResponse>;
}
export declare const TwinServiceDefinition: grpc.ServiceDefinition;

export declare function createBenchServiceClient(address: string, credentials?: grpc.ChannelCredentials, options?: grpc.ClientOptions): BenchServiceClient;
export declare function createExperimentServiceClient(address: string, credentials?: grpc.ChannelCredentials, options?: grpc.ClientOptions): ExperimentServiceClient;
export declare function createRecordServiceClient(address: string, credentials?: grpc.ChannelCredentials, options?: grpc.ClientOptions): RecordServiceClient;
export declare function createSlotServiceClient(address: string, credentials?: grpc.ChannelCredentials, options?: grpc.ClientOptions): SlotServiceClient;
export declare function createStrategyServiceClient(address: string, credentials?: grpc.ChannelCredentials, options?: grpc.ClientOptions): StrategyServiceClient;
export declare function createTwinServiceClient(address: string, credentials?: grpc.ChannelCredentials, options?: grpc.ClientOptions): TwinServiceClient;
