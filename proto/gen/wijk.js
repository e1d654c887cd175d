/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";
$protobuf.util.Long = null;
$protobuf.configure();

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const wijk = $root.wijk = (() => {

    const wijk = {};

    wijk.v1 = (function() {

        const v1 = {};

        v1.GetHealthRequest = (function() {

            const GetHealthRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetHealthRequest.create = function(properties) {
                return new GetHealthRequest(properties);
            };

            GetHealthRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetHealthRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetHealthRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetHealthRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetHealthRequest";
            };

            return GetHealthRequest;
        })();

        v1.GetHealthResponse = (function() {

            const GetHealthResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetHealthResponse.prototype.health = null;

            GetHealthResponse.create = function(properties) {
                return new GetHealthResponse(properties);
            };

            GetHealthResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.health != null && $Object.hasOwnProperty.call(message, "health"))
                    $root.wijk.v1.BenchHealth.encode(message.health, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetHealthResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetHealthResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.health = $root.wijk.v1.BenchHealth.decode(reader, reader.size(), $undefined, _depth + 1, message.health);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetHealthResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetHealthResponse";
            };

            return GetHealthResponse;
        })();

        v1.WatchHealthRequest = (function() {

            const WatchHealthRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchHealthRequest.prototype.periodS = 0;

            WatchHealthRequest.create = function(properties) {
                return new WatchHealthRequest(properties);
            };

            WatchHealthRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.periodS != null && $Object.hasOwnProperty.call(message, "periodS") && !$Object.is(message.periodS, 0))
                    writer.uint32(9).double(message.periodS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WatchHealthRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.WatchHealthRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.periodS = value;
                            else
                                delete message.periodS;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WatchHealthRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.WatchHealthRequest";
            };

            return WatchHealthRequest;
        })();

        v1.WatchHealthResponse = (function() {

            const WatchHealthResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchHealthResponse.prototype.health = null;

            WatchHealthResponse.create = function(properties) {
                return new WatchHealthResponse(properties);
            };

            WatchHealthResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.health != null && $Object.hasOwnProperty.call(message, "health"))
                    $root.wijk.v1.BenchHealth.encode(message.health, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WatchHealthResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.WatchHealthResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.health = $root.wijk.v1.BenchHealth.decode(reader, reader.size(), $undefined, _depth + 1, message.health);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WatchHealthResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.WatchHealthResponse";
            };

            return WatchHealthResponse;
        })();

        v1.BenchHealth = (function() {

            const BenchHealth = function (properties) {
                this.links = [];
                this.devices = [];
                this.emulations = [];
                this.interlocks = [];
                this.sources = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BenchHealth.prototype.benchName = "";
            BenchHealth.prototype.twinConnected = false;
            BenchHealth.prototype.emergencyStop = false;
            BenchHealth.prototype.emergencyStopBy = "";
            BenchHealth.prototype.links = $util.emptyArray;
            BenchHealth.prototype.devices = $util.emptyArray;
            BenchHealth.prototype.loopDelayP99Us = 0;
            BenchHealth.prototype.loopDelayMaxUs = 0;
            BenchHealth.prototype.emulations = $util.emptyArray;
            BenchHealth.prototype.interlocks = $util.emptyArray;
            BenchHealth.prototype.twinRoundTrip = null;
            BenchHealth.prototype.sources = $util.emptyArray;

            BenchHealth.create = function(properties) {
                return new BenchHealth(properties);
            };

            BenchHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.benchName != null && $Object.hasOwnProperty.call(message, "benchName") && message.benchName !== "")
                    writer.uint32(10).string(message.benchName);
                if (message.twinConnected != null && $Object.hasOwnProperty.call(message, "twinConnected") && message.twinConnected !== false)
                    writer.uint32(16).bool(message.twinConnected);
                if (message.emergencyStop != null && $Object.hasOwnProperty.call(message, "emergencyStop") && message.emergencyStop !== false)
                    writer.uint32(24).bool(message.emergencyStop);
                if (message.emergencyStopBy != null && $Object.hasOwnProperty.call(message, "emergencyStopBy") && message.emergencyStopBy !== "")
                    writer.uint32(34).string(message.emergencyStopBy);
                if (message.links != null && message.links.length)
                    for (let i = 0; i < message.links.length; ++i)
                        $root.wijk.v1.LinkHealth.encode(message.links[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.devices != null && message.devices.length)
                    for (let i = 0; i < message.devices.length; ++i)
                        $root.wijk.v1.DeviceHealth.encode(message.devices[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.loopDelayP99Us != null && $Object.hasOwnProperty.call(message, "loopDelayP99Us") && !$Object.is(message.loopDelayP99Us, 0))
                    writer.uint32(57).double(message.loopDelayP99Us);
                if (message.loopDelayMaxUs != null && $Object.hasOwnProperty.call(message, "loopDelayMaxUs") && !$Object.is(message.loopDelayMaxUs, 0))
                    writer.uint32(65).double(message.loopDelayMaxUs);
                if (message.emulations != null && message.emulations.length)
                    for (let i = 0; i < message.emulations.length; ++i)
                        $root.wijk.v1.EmulationHealth.encode(message.emulations[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.interlocks != null && message.interlocks.length)
                    for (let i = 0; i < message.interlocks.length; ++i)
                        $root.wijk.v1.InterlockHealth.encode(message.interlocks[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.twinRoundTrip != null && $Object.hasOwnProperty.call(message, "twinRoundTrip"))
                    $root.wijk.v1.Histogram.encode(message.twinRoundTrip, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.sources != null && message.sources.length)
                    for (let i = 0; i < message.sources.length; ++i)
                        $root.wijk.v1.SourceHealth.encode(message.sources[i], writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BenchHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.BenchHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.benchName = value;
                            else
                                delete message.benchName;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.twinConnected = value;
                            else
                                delete message.twinConnected;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.emergencyStop = value;
                            else
                                delete message.emergencyStop;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.emergencyStopBy = value;
                            else
                                delete message.emergencyStopBy;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.links && message.links.length))
                                message.links = [];
                            message.links.push($root.wijk.v1.LinkHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.devices && message.devices.length))
                                message.devices = [];
                            message.devices.push($root.wijk.v1.DeviceHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.loopDelayP99Us = value;
                            else
                                delete message.loopDelayP99Us;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.loopDelayMaxUs = value;
                            else
                                delete message.loopDelayMaxUs;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.emulations && message.emulations.length))
                                message.emulations = [];
                            message.emulations.push($root.wijk.v1.EmulationHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.interlocks && message.interlocks.length))
                                message.interlocks = [];
                            message.interlocks.push($root.wijk.v1.InterlockHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.twinRoundTrip = $root.wijk.v1.Histogram.decode(reader, reader.size(), $undefined, _depth + 1, message.twinRoundTrip);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sources && message.sources.length))
                                message.sources = [];
                            message.sources.push($root.wijk.v1.SourceHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BenchHealth.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.BenchHealth";
            };

            return BenchHealth;
        })();

        v1.Histogram = (function() {

            const Histogram = function (properties) {
                this.upperBounds = [];
                this.counts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Histogram.prototype.unit = "";
            Histogram.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Histogram.prototype.p50 = 0;
            Histogram.prototype.p99 = 0;
            Histogram.prototype.max = 0;
            Histogram.prototype.upperBounds = $util.emptyArray;
            Histogram.prototype.counts = $util.emptyArray;

            Histogram.create = function(properties) {
                return new Histogram(properties);
            };

            Histogram.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(10).string(message.unit);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
                    writer.uint32(16).uint64(message.count);
                if (message.p50 != null && $Object.hasOwnProperty.call(message, "p50") && !$Object.is(message.p50, 0))
                    writer.uint32(25).double(message.p50);
                if (message.p99 != null && $Object.hasOwnProperty.call(message, "p99") && !$Object.is(message.p99, 0))
                    writer.uint32(33).double(message.p99);
                if (message.max != null && $Object.hasOwnProperty.call(message, "max") && !$Object.is(message.max, 0))
                    writer.uint32(41).double(message.max);
                if (message.upperBounds != null && message.upperBounds.length)
                    writer.uint32(50).doubles(message.upperBounds);
                if (message.counts != null && message.counts.length)
                    writer.uint32(58).uint64s(message.counts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Histogram.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Histogram();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.p50 = value;
                            else
                                delete message.p50;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.p99 = value;
                            else
                                delete message.p99;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.max = value;
                            else
                                delete message.max;
                            continue;
                        }
                    case 6: {
                            if (wireType === 2) {
                                if (!(message.upperBounds && message.upperBounds.length))
                                    message.upperBounds = [];
                                reader.doubles(message.upperBounds);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.upperBounds && message.upperBounds.length))
                                message.upperBounds = [];
                            message.upperBounds.push(reader.double());
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.counts && message.counts.length))
                                    message.counts = [];
                                reader.uint64s(message.counts);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.counts && message.counts.length))
                                message.counts = [];
                            message.counts.push(reader.uint64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Histogram.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Histogram";
            };

            return Histogram;
        })();

        v1.Timing = (function() {

            const Timing = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Timing.prototype.roundTrip = null;
            Timing.prototype.age = null;
            Timing.prototype.oneWayDelay = null;
            Timing.prototype.jitter = null;
            Timing.prototype.command = null;
            Timing.prototype.lossRatio = 0;
            Timing.prototype.crcErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Timing.create = function(properties) {
                return new Timing(properties);
            };

            Timing.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.roundTrip != null && $Object.hasOwnProperty.call(message, "roundTrip"))
                    $root.wijk.v1.Histogram.encode(message.roundTrip, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.age != null && $Object.hasOwnProperty.call(message, "age"))
                    $root.wijk.v1.Histogram.encode(message.age, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.oneWayDelay != null && $Object.hasOwnProperty.call(message, "oneWayDelay"))
                    $root.wijk.v1.Histogram.encode(message.oneWayDelay, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.jitter != null && $Object.hasOwnProperty.call(message, "jitter"))
                    $root.wijk.v1.Histogram.encode(message.jitter, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    $root.wijk.v1.Histogram.encode(message.command, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.lossRatio != null && $Object.hasOwnProperty.call(message, "lossRatio") && !$Object.is(message.lossRatio, 0))
                    writer.uint32(49).double(message.lossRatio);
                if (message.crcErrors != null && $Object.hasOwnProperty.call(message, "crcErrors") && (typeof message.crcErrors === "object" ? message.crcErrors.low || message.crcErrors.high : message.crcErrors !== 0))
                    writer.uint32(56).uint64(message.crcErrors);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Timing.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Timing();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.roundTrip = $root.wijk.v1.Histogram.decode(reader, reader.size(), $undefined, _depth + 1, message.roundTrip);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.age = $root.wijk.v1.Histogram.decode(reader, reader.size(), $undefined, _depth + 1, message.age);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.oneWayDelay = $root.wijk.v1.Histogram.decode(reader, reader.size(), $undefined, _depth + 1, message.oneWayDelay);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.jitter = $root.wijk.v1.Histogram.decode(reader, reader.size(), $undefined, _depth + 1, message.jitter);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.command = $root.wijk.v1.Histogram.decode(reader, reader.size(), $undefined, _depth + 1, message.command);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lossRatio = value;
                            else
                                delete message.lossRatio;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.crcErrors = value;
                            else
                                delete message.crcErrors;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Timing.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Timing";
            };

            return Timing;
        })();

        v1.LinkHealth = (function() {

            const LinkHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LinkHealth.prototype.id = "";
            LinkHealth.prototype.address = "";
            LinkHealth.prototype.open = false;
            LinkHealth.prototype.requests = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LinkHealth.prototype.timeouts = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LinkHealth.prototype.crcErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LinkHealth.prototype.exceptions = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LinkHealth.prototype.lateRepliesDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LinkHealth.prototype.roundTripP50Us = 0;
            LinkHealth.prototype.roundTripP99Us = 0;
            LinkHealth.prototype.roundTripMaxUs = 0;
            LinkHealth.prototype.reopened = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LinkHealth.prototype.lastError = "";
            LinkHealth.prototype.timing = null;

            LinkHealth.create = function(properties) {
                return new LinkHealth(properties);
            };

            LinkHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(18).string(message.address);
                if (message.open != null && $Object.hasOwnProperty.call(message, "open") && message.open !== false)
                    writer.uint32(24).bool(message.open);
                if (message.requests != null && $Object.hasOwnProperty.call(message, "requests") && (typeof message.requests === "object" ? message.requests.low || message.requests.high : message.requests !== 0))
                    writer.uint32(32).uint64(message.requests);
                if (message.timeouts != null && $Object.hasOwnProperty.call(message, "timeouts") && (typeof message.timeouts === "object" ? message.timeouts.low || message.timeouts.high : message.timeouts !== 0))
                    writer.uint32(40).uint64(message.timeouts);
                if (message.crcErrors != null && $Object.hasOwnProperty.call(message, "crcErrors") && (typeof message.crcErrors === "object" ? message.crcErrors.low || message.crcErrors.high : message.crcErrors !== 0))
                    writer.uint32(48).uint64(message.crcErrors);
                if (message.exceptions != null && $Object.hasOwnProperty.call(message, "exceptions") && (typeof message.exceptions === "object" ? message.exceptions.low || message.exceptions.high : message.exceptions !== 0))
                    writer.uint32(56).uint64(message.exceptions);
                if (message.lateRepliesDropped != null && $Object.hasOwnProperty.call(message, "lateRepliesDropped") && (typeof message.lateRepliesDropped === "object" ? message.lateRepliesDropped.low || message.lateRepliesDropped.high : message.lateRepliesDropped !== 0))
                    writer.uint32(64).uint64(message.lateRepliesDropped);
                if (message.roundTripP50Us != null && $Object.hasOwnProperty.call(message, "roundTripP50Us") && !$Object.is(message.roundTripP50Us, 0))
                    writer.uint32(73).double(message.roundTripP50Us);
                if (message.roundTripP99Us != null && $Object.hasOwnProperty.call(message, "roundTripP99Us") && !$Object.is(message.roundTripP99Us, 0))
                    writer.uint32(81).double(message.roundTripP99Us);
                if (message.roundTripMaxUs != null && $Object.hasOwnProperty.call(message, "roundTripMaxUs") && !$Object.is(message.roundTripMaxUs, 0))
                    writer.uint32(89).double(message.roundTripMaxUs);
                if (message.reopened != null && $Object.hasOwnProperty.call(message, "reopened") && (typeof message.reopened === "object" ? message.reopened.low || message.reopened.high : message.reopened !== 0))
                    writer.uint32(96).uint64(message.reopened);
                if (message.lastError != null && $Object.hasOwnProperty.call(message, "lastError") && message.lastError !== "")
                    writer.uint32(106).string(message.lastError);
                if (message.timing != null && $Object.hasOwnProperty.call(message, "timing"))
                    $root.wijk.v1.Timing.encode(message.timing, writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LinkHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.LinkHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.open = value;
                            else
                                delete message.open;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.requests = value;
                            else
                                delete message.requests;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeouts = value;
                            else
                                delete message.timeouts;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.crcErrors = value;
                            else
                                delete message.crcErrors;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.exceptions = value;
                            else
                                delete message.exceptions;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.lateRepliesDropped = value;
                            else
                                delete message.lateRepliesDropped;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.roundTripP50Us = value;
                            else
                                delete message.roundTripP50Us;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.roundTripP99Us = value;
                            else
                                delete message.roundTripP99Us;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.roundTripMaxUs = value;
                            else
                                delete message.roundTripMaxUs;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.reopened = value;
                            else
                                delete message.reopened;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastError = value;
                            else
                                delete message.lastError;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.timing = $root.wijk.v1.Timing.decode(reader, reader.size(), $undefined, _depth + 1, message.timing);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LinkHealth.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.LinkHealth";
            };

            return LinkHealth;
        })();

        v1.DeviceState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEVICE_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DEVICE_STATE_IDENTIFYING"] = 1;
            values[valuesById[2] = "DEVICE_STATE_READY"] = 2;
            values[valuesById[3] = "DEVICE_STATE_BOUND"] = 3;
            values[valuesById[4] = "DEVICE_STATE_LOST"] = 4;
            values[valuesById[5] = "DEVICE_STATE_REFUSED"] = 5;
            values[valuesById[6] = "DEVICE_STATE_SAFE"] = 6;
            return values;
        })();

        v1.DeviceHealth = (function() {

            const DeviceHealth = function (properties) {
                this.discrepancies = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeviceHealth.prototype.id = "";
            DeviceHealth.prototype.profile = "";
            DeviceHealth.prototype.linkId = "";
            DeviceHealth.prototype.slotId = "";
            DeviceHealth.prototype.state = 0;
            DeviceHealth.prototype.identity = "";
            DeviceHealth.prototype.readings = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DeviceHealth.prototype.readingsLost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DeviceHealth.prototype.ageS = 0;
            DeviceHealth.prototype.jitterP99Us = 0;
            DeviceHealth.prototype.activePowerW = 0;
            DeviceHealth.prototype.setpointW = 0;
            DeviceHealth.prototype.setpointConfirmedW = 0;
            DeviceHealth.prototype.setpointAgeS = 0;
            DeviceHealth.prototype.setpointsIgnored = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DeviceHealth.prototype.setpointsLimited = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DeviceHealth.prototype.lastError = "";
            DeviceHealth.prototype.pollPeriodS = 0;
            DeviceHealth.prototype.roundTripP50Us = 0;
            DeviceHealth.prototype.roundTripP99Us = 0;
            DeviceHealth.prototype.leaseKind = 0;
            DeviceHealth.prototype.safeReason = "";
            DeviceHealth.prototype.armed = false;
            DeviceHealth.prototype.atSafeSetpoint = null;
            DeviceHealth.prototype.writesDeferred = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DeviceHealth.prototype.timing = null;
            DeviceHealth.prototype.discrepancies = $util.emptyArray;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DeviceHealth.prototype, "_atSafeSetpoint", {
                get: $util.oneOfGetter($oneOfFields = ["atSafeSetpoint"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            DeviceHealth.create = function(properties) {
                return new DeviceHealth(properties);
            };

            DeviceHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.profile != null && $Object.hasOwnProperty.call(message, "profile") && message.profile !== "")
                    writer.uint32(18).string(message.profile);
                if (message.linkId != null && $Object.hasOwnProperty.call(message, "linkId") && message.linkId !== "")
                    writer.uint32(26).string(message.linkId);
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(34).string(message.slotId);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(40).int32(message.state);
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity") && message.identity !== "")
                    writer.uint32(50).string(message.identity);
                if (message.readings != null && $Object.hasOwnProperty.call(message, "readings") && (typeof message.readings === "object" ? message.readings.low || message.readings.high : message.readings !== 0))
                    writer.uint32(56).uint64(message.readings);
                if (message.readingsLost != null && $Object.hasOwnProperty.call(message, "readingsLost") && (typeof message.readingsLost === "object" ? message.readingsLost.low || message.readingsLost.high : message.readingsLost !== 0))
                    writer.uint32(64).uint64(message.readingsLost);
                if (message.ageS != null && $Object.hasOwnProperty.call(message, "ageS") && !$Object.is(message.ageS, 0))
                    writer.uint32(73).double(message.ageS);
                if (message.jitterP99Us != null && $Object.hasOwnProperty.call(message, "jitterP99Us") && !$Object.is(message.jitterP99Us, 0))
                    writer.uint32(81).double(message.jitterP99Us);
                if (message.activePowerW != null && $Object.hasOwnProperty.call(message, "activePowerW") && !$Object.is(message.activePowerW, 0))
                    writer.uint32(89).double(message.activePowerW);
                if (message.setpointW != null && $Object.hasOwnProperty.call(message, "setpointW") && !$Object.is(message.setpointW, 0))
                    writer.uint32(97).double(message.setpointW);
                if (message.setpointConfirmedW != null && $Object.hasOwnProperty.call(message, "setpointConfirmedW") && !$Object.is(message.setpointConfirmedW, 0))
                    writer.uint32(105).double(message.setpointConfirmedW);
                if (message.setpointAgeS != null && $Object.hasOwnProperty.call(message, "setpointAgeS") && !$Object.is(message.setpointAgeS, 0))
                    writer.uint32(113).double(message.setpointAgeS);
                if (message.setpointsIgnored != null && $Object.hasOwnProperty.call(message, "setpointsIgnored") && (typeof message.setpointsIgnored === "object" ? message.setpointsIgnored.low || message.setpointsIgnored.high : message.setpointsIgnored !== 0))
                    writer.uint32(120).uint64(message.setpointsIgnored);
                if (message.setpointsLimited != null && $Object.hasOwnProperty.call(message, "setpointsLimited") && (typeof message.setpointsLimited === "object" ? message.setpointsLimited.low || message.setpointsLimited.high : message.setpointsLimited !== 0))
                    writer.uint32(128).uint64(message.setpointsLimited);
                if (message.lastError != null && $Object.hasOwnProperty.call(message, "lastError") && message.lastError !== "")
                    writer.uint32(138).string(message.lastError);
                if (message.pollPeriodS != null && $Object.hasOwnProperty.call(message, "pollPeriodS") && !$Object.is(message.pollPeriodS, 0))
                    writer.uint32(145).double(message.pollPeriodS);
                if (message.roundTripP50Us != null && $Object.hasOwnProperty.call(message, "roundTripP50Us") && !$Object.is(message.roundTripP50Us, 0))
                    writer.uint32(153).double(message.roundTripP50Us);
                if (message.roundTripP99Us != null && $Object.hasOwnProperty.call(message, "roundTripP99Us") && !$Object.is(message.roundTripP99Us, 0))
                    writer.uint32(161).double(message.roundTripP99Us);
                if (message.leaseKind != null && $Object.hasOwnProperty.call(message, "leaseKind") && message.leaseKind !== 0)
                    writer.uint32(168).int32(message.leaseKind);
                if (message.safeReason != null && $Object.hasOwnProperty.call(message, "safeReason") && message.safeReason !== "")
                    writer.uint32(178).string(message.safeReason);
                if (message.armed != null && $Object.hasOwnProperty.call(message, "armed") && message.armed !== false)
                    writer.uint32(184).bool(message.armed);
                if (message.atSafeSetpoint != null && $Object.hasOwnProperty.call(message, "atSafeSetpoint"))
                    writer.uint32(192).bool(message.atSafeSetpoint);
                if (message.writesDeferred != null && $Object.hasOwnProperty.call(message, "writesDeferred") && (typeof message.writesDeferred === "object" ? message.writesDeferred.low || message.writesDeferred.high : message.writesDeferred !== 0))
                    writer.uint32(200).uint64(message.writesDeferred);
                if (message.timing != null && $Object.hasOwnProperty.call(message, "timing"))
                    $root.wijk.v1.Timing.encode(message.timing, writer.uint32(210).fork(), _depth + 1).ldelim();
                if (message.discrepancies != null && message.discrepancies.length)
                    for (let i = 0; i < message.discrepancies.length; ++i)
                        $root.wijk.v1.Discrepancy.encode(message.discrepancies[i], writer.uint32(218).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DeviceHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.DeviceHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.profile = value;
                            else
                                delete message.profile;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.linkId = value;
                            else
                                delete message.linkId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.identity = value;
                            else
                                delete message.identity;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readings = value;
                            else
                                delete message.readings;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readingsLost = value;
                            else
                                delete message.readingsLost;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ageS = value;
                            else
                                delete message.ageS;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.jitterP99Us = value;
                            else
                                delete message.jitterP99Us;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.activePowerW = value;
                            else
                                delete message.activePowerW;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.setpointW = value;
                            else
                                delete message.setpointW;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.setpointConfirmedW = value;
                            else
                                delete message.setpointConfirmedW;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.setpointAgeS = value;
                            else
                                delete message.setpointAgeS;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.setpointsIgnored = value;
                            else
                                delete message.setpointsIgnored;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.setpointsLimited = value;
                            else
                                delete message.setpointsLimited;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastError = value;
                            else
                                delete message.lastError;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.pollPeriodS = value;
                            else
                                delete message.pollPeriodS;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.roundTripP50Us = value;
                            else
                                delete message.roundTripP50Us;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.roundTripP99Us = value;
                            else
                                delete message.roundTripP99Us;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.leaseKind = value;
                            else
                                delete message.leaseKind;
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.safeReason = value;
                            else
                                delete message.safeReason;
                            continue;
                        }
                    case 23: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.armed = value;
                            else
                                delete message.armed;
                            continue;
                        }
                    case 24: {
                            if (wireType !== 0)
                                break;
                            message.atSafeSetpoint = reader.bool();
                            message._atSafeSetpoint = "atSafeSetpoint";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.writesDeferred = value;
                            else
                                delete message.writesDeferred;
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.timing = $root.wijk.v1.Timing.decode(reader, reader.size(), $undefined, _depth + 1, message.timing);
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            if (!(message.discrepancies && message.discrepancies.length))
                                message.discrepancies = [];
                            message.discrepancies.push($root.wijk.v1.Discrepancy.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DeviceHealth.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.DeviceHealth";
            };

            return DeviceHealth;
        })();

        v1.Discrepancy = (function() {

            const Discrepancy = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Discrepancy.prototype.kind = "";
            Discrepancy.prototype.text = "";
            Discrepancy.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Discrepancy.prototype.active = false;

            Discrepancy.create = function(properties) {
                return new Discrepancy(properties);
            };

            Discrepancy.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(10).string(message.kind);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(18).string(message.text);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
                    writer.uint32(24).uint64(message.count);
                if (message.active != null && $Object.hasOwnProperty.call(message, "active") && message.active !== false)
                    writer.uint32(32).bool(message.active);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Discrepancy.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Discrepancy();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.active = value;
                            else
                                delete message.active;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Discrepancy.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Discrepancy";
            };

            return Discrepancy;
        })();

        v1.SourceHealth = (function() {

            const SourceHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SourceHealth.prototype.deviceId = "";
            SourceHealth.prototype.slotId = "";
            SourceHealth.prototype.playing = "";
            SourceHealth.prototype.cause = "";
            SourceHealth.prototype.wantedAV = 0;
            SourceHealth.prototype.wantedBV = 0;
            SourceHealth.prototype.wantedCV = 0;
            SourceHealth.prototype.playedAV = 0;
            SourceHealth.prototype.playedBV = 0;
            SourceHealth.prototype.playedCV = 0;
            SourceHealth.prototype.frequencyHz = 0;
            SourceHealth.prototype.frequencySource = "";
            SourceHealth.prototype.clamped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SourceHealth.prototype.lastError = "";

            SourceHealth.create = function(properties) {
                return new SourceHealth(properties);
            };

            SourceHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                    writer.uint32(10).string(message.deviceId);
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(18).string(message.slotId);
                if (message.playing != null && $Object.hasOwnProperty.call(message, "playing") && message.playing !== "")
                    writer.uint32(26).string(message.playing);
                if (message.cause != null && $Object.hasOwnProperty.call(message, "cause") && message.cause !== "")
                    writer.uint32(34).string(message.cause);
                if (message.wantedAV != null && $Object.hasOwnProperty.call(message, "wantedAV") && !$Object.is(message.wantedAV, 0))
                    writer.uint32(41).double(message.wantedAV);
                if (message.wantedBV != null && $Object.hasOwnProperty.call(message, "wantedBV") && !$Object.is(message.wantedBV, 0))
                    writer.uint32(49).double(message.wantedBV);
                if (message.wantedCV != null && $Object.hasOwnProperty.call(message, "wantedCV") && !$Object.is(message.wantedCV, 0))
                    writer.uint32(57).double(message.wantedCV);
                if (message.playedAV != null && $Object.hasOwnProperty.call(message, "playedAV") && !$Object.is(message.playedAV, 0))
                    writer.uint32(65).double(message.playedAV);
                if (message.playedBV != null && $Object.hasOwnProperty.call(message, "playedBV") && !$Object.is(message.playedBV, 0))
                    writer.uint32(73).double(message.playedBV);
                if (message.playedCV != null && $Object.hasOwnProperty.call(message, "playedCV") && !$Object.is(message.playedCV, 0))
                    writer.uint32(81).double(message.playedCV);
                if (message.frequencyHz != null && $Object.hasOwnProperty.call(message, "frequencyHz") && !$Object.is(message.frequencyHz, 0))
                    writer.uint32(89).double(message.frequencyHz);
                if (message.frequencySource != null && $Object.hasOwnProperty.call(message, "frequencySource") && message.frequencySource !== "")
                    writer.uint32(98).string(message.frequencySource);
                if (message.clamped != null && $Object.hasOwnProperty.call(message, "clamped") && (typeof message.clamped === "object" ? message.clamped.low || message.clamped.high : message.clamped !== 0))
                    writer.uint32(104).uint64(message.clamped);
                if (message.lastError != null && $Object.hasOwnProperty.call(message, "lastError") && message.lastError !== "")
                    writer.uint32(114).string(message.lastError);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SourceHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SourceHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceId = value;
                            else
                                delete message.deviceId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.playing = value;
                            else
                                delete message.playing;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cause = value;
                            else
                                delete message.cause;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wantedAV = value;
                            else
                                delete message.wantedAV;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wantedBV = value;
                            else
                                delete message.wantedBV;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wantedCV = value;
                            else
                                delete message.wantedCV;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.playedAV = value;
                            else
                                delete message.playedAV;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.playedBV = value;
                            else
                                delete message.playedBV;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.playedCV = value;
                            else
                                delete message.playedCV;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.frequencyHz = value;
                            else
                                delete message.frequencyHz;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.frequencySource = value;
                            else
                                delete message.frequencySource;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clamped = value;
                            else
                                delete message.clamped;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastError = value;
                            else
                                delete message.lastError;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SourceHealth.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SourceHealth";
            };

            return SourceHealth;
        })();

        v1.InterlockHealth = (function() {

            const InterlockHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            InterlockHealth.prototype.id = "";
            InterlockHealth.prototype.contact = "";
            InterlockHealth.prototype.closed = false;
            InterlockHealth.prototype.cause = "";
            InterlockHealth.prototype.trips = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            InterlockHealth.prototype.sinceS = 0;

            InterlockHealth.create = function(properties) {
                return new InterlockHealth(properties);
            };

            InterlockHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.contact != null && $Object.hasOwnProperty.call(message, "contact") && message.contact !== "")
                    writer.uint32(18).string(message.contact);
                if (message.closed != null && $Object.hasOwnProperty.call(message, "closed") && message.closed !== false)
                    writer.uint32(24).bool(message.closed);
                if (message.cause != null && $Object.hasOwnProperty.call(message, "cause") && message.cause !== "")
                    writer.uint32(34).string(message.cause);
                if (message.trips != null && $Object.hasOwnProperty.call(message, "trips") && (typeof message.trips === "object" ? message.trips.low || message.trips.high : message.trips !== 0))
                    writer.uint32(40).uint64(message.trips);
                if (message.sinceS != null && $Object.hasOwnProperty.call(message, "sinceS") && !$Object.is(message.sinceS, 0))
                    writer.uint32(49).double(message.sinceS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            InterlockHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.InterlockHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.contact = value;
                            else
                                delete message.contact;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.closed = value;
                            else
                                delete message.closed;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cause = value;
                            else
                                delete message.cause;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.trips = value;
                            else
                                delete message.trips;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sinceS = value;
                            else
                                delete message.sinceS;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            InterlockHealth.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.InterlockHealth";
            };

            return InterlockHealth;
        })();

        v1.EmulationHealth = (function() {

            const EmulationHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            EmulationHealth.prototype.id = "";
            EmulationHealth.prototype.shownAs = "";
            EmulationHealth.prototype.slotId = "";
            EmulationHealth.prototype.address = "";
            EmulationHealth.prototype.protocol = "";
            EmulationHealth.prototype.unit = 0;
            EmulationHealth.prototype.clients = 0;
            EmulationHealth.prototype.requests = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EmulationHealth.prototype.telegrams = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EmulationHealth.prototype.writes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EmulationHealth.prototype.writesRefused = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EmulationHealth.prototype.fresh = false;
            EmulationHealth.prototype.ageS = 0;
            EmulationHealth.prototype.staleTimes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EmulationHealth.prototype.staleS = 0;
            EmulationHealth.prototype.askedMinimumW = 0;
            EmulationHealth.prototype.askedMaximumW = 0;
            EmulationHealth.prototype.askedGiven = false;
            EmulationHealth.prototype.revertsInS = 0;
            EmulationHealth.prototype.setpointFailures = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EmulationHealth.prototype.lastError = "";
            EmulationHealth.prototype.energyBridgedS = 0;
            EmulationHealth.prototype.lastRead = "";
            EmulationHealth.prototype.lastReadAgeS = 0;
            EmulationHealth.prototype.lastWrite = "";
            EmulationHealth.prototype.lastWriteAgeS = 0;

            EmulationHealth.create = function(properties) {
                return new EmulationHealth(properties);
            };

            EmulationHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.shownAs != null && $Object.hasOwnProperty.call(message, "shownAs") && message.shownAs !== "")
                    writer.uint32(18).string(message.shownAs);
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(26).string(message.slotId);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(34).string(message.address);
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== "")
                    writer.uint32(42).string(message.protocol);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== 0)
                    writer.uint32(48).uint32(message.unit);
                if (message.clients != null && $Object.hasOwnProperty.call(message, "clients") && message.clients !== 0)
                    writer.uint32(56).uint32(message.clients);
                if (message.requests != null && $Object.hasOwnProperty.call(message, "requests") && (typeof message.requests === "object" ? message.requests.low || message.requests.high : message.requests !== 0))
                    writer.uint32(64).uint64(message.requests);
                if (message.telegrams != null && $Object.hasOwnProperty.call(message, "telegrams") && (typeof message.telegrams === "object" ? message.telegrams.low || message.telegrams.high : message.telegrams !== 0))
                    writer.uint32(72).uint64(message.telegrams);
                if (message.writes != null && $Object.hasOwnProperty.call(message, "writes") && (typeof message.writes === "object" ? message.writes.low || message.writes.high : message.writes !== 0))
                    writer.uint32(80).uint64(message.writes);
                if (message.writesRefused != null && $Object.hasOwnProperty.call(message, "writesRefused") && (typeof message.writesRefused === "object" ? message.writesRefused.low || message.writesRefused.high : message.writesRefused !== 0))
                    writer.uint32(88).uint64(message.writesRefused);
                if (message.fresh != null && $Object.hasOwnProperty.call(message, "fresh") && message.fresh !== false)
                    writer.uint32(96).bool(message.fresh);
                if (message.ageS != null && $Object.hasOwnProperty.call(message, "ageS") && !$Object.is(message.ageS, 0))
                    writer.uint32(105).double(message.ageS);
                if (message.staleTimes != null && $Object.hasOwnProperty.call(message, "staleTimes") && (typeof message.staleTimes === "object" ? message.staleTimes.low || message.staleTimes.high : message.staleTimes !== 0))
                    writer.uint32(112).uint64(message.staleTimes);
                if (message.staleS != null && $Object.hasOwnProperty.call(message, "staleS") && !$Object.is(message.staleS, 0))
                    writer.uint32(121).double(message.staleS);
                if (message.askedMinimumW != null && $Object.hasOwnProperty.call(message, "askedMinimumW") && !$Object.is(message.askedMinimumW, 0))
                    writer.uint32(129).double(message.askedMinimumW);
                if (message.askedMaximumW != null && $Object.hasOwnProperty.call(message, "askedMaximumW") && !$Object.is(message.askedMaximumW, 0))
                    writer.uint32(137).double(message.askedMaximumW);
                if (message.askedGiven != null && $Object.hasOwnProperty.call(message, "askedGiven") && message.askedGiven !== false)
                    writer.uint32(144).bool(message.askedGiven);
                if (message.revertsInS != null && $Object.hasOwnProperty.call(message, "revertsInS") && !$Object.is(message.revertsInS, 0))
                    writer.uint32(153).double(message.revertsInS);
                if (message.setpointFailures != null && $Object.hasOwnProperty.call(message, "setpointFailures") && (typeof message.setpointFailures === "object" ? message.setpointFailures.low || message.setpointFailures.high : message.setpointFailures !== 0))
                    writer.uint32(160).uint64(message.setpointFailures);
                if (message.lastError != null && $Object.hasOwnProperty.call(message, "lastError") && message.lastError !== "")
                    writer.uint32(170).string(message.lastError);
                if (message.energyBridgedS != null && $Object.hasOwnProperty.call(message, "energyBridgedS") && !$Object.is(message.energyBridgedS, 0))
                    writer.uint32(177).double(message.energyBridgedS);
                if (message.lastRead != null && $Object.hasOwnProperty.call(message, "lastRead") && message.lastRead !== "")
                    writer.uint32(186).string(message.lastRead);
                if (message.lastReadAgeS != null && $Object.hasOwnProperty.call(message, "lastReadAgeS") && !$Object.is(message.lastReadAgeS, 0))
                    writer.uint32(193).double(message.lastReadAgeS);
                if (message.lastWrite != null && $Object.hasOwnProperty.call(message, "lastWrite") && message.lastWrite !== "")
                    writer.uint32(202).string(message.lastWrite);
                if (message.lastWriteAgeS != null && $Object.hasOwnProperty.call(message, "lastWriteAgeS") && !$Object.is(message.lastWriteAgeS, 0))
                    writer.uint32(209).double(message.lastWriteAgeS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            EmulationHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.EmulationHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.shownAs = value;
                            else
                                delete message.shownAs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.protocol = value;
                            else
                                delete message.protocol;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.clients = value;
                            else
                                delete message.clients;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.requests = value;
                            else
                                delete message.requests;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.telegrams = value;
                            else
                                delete message.telegrams;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.writes = value;
                            else
                                delete message.writes;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.writesRefused = value;
                            else
                                delete message.writesRefused;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.fresh = value;
                            else
                                delete message.fresh;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ageS = value;
                            else
                                delete message.ageS;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.staleTimes = value;
                            else
                                delete message.staleTimes;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.staleS = value;
                            else
                                delete message.staleS;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.askedMinimumW = value;
                            else
                                delete message.askedMinimumW;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.askedMaximumW = value;
                            else
                                delete message.askedMaximumW;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.askedGiven = value;
                            else
                                delete message.askedGiven;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.revertsInS = value;
                            else
                                delete message.revertsInS;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.setpointFailures = value;
                            else
                                delete message.setpointFailures;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastError = value;
                            else
                                delete message.lastError;
                            continue;
                        }
                    case 22: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.energyBridgedS = value;
                            else
                                delete message.energyBridgedS;
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastRead = value;
                            else
                                delete message.lastRead;
                            continue;
                        }
                    case 24: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastReadAgeS = value;
                            else
                                delete message.lastReadAgeS;
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastWrite = value;
                            else
                                delete message.lastWrite;
                            continue;
                        }
                    case 26: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastWriteAgeS = value;
                            else
                                delete message.lastWriteAgeS;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            EmulationHealth.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.EmulationHealth";
            };

            return EmulationHealth;
        })();

        v1.EmergencyStopRequest = (function() {

            const EmergencyStopRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            EmergencyStopRequest.prototype.actor = null;
            EmergencyStopRequest.prototype.reason = "";

            EmergencyStopRequest.create = function(properties) {
                return new EmergencyStopRequest(properties);
            };

            EmergencyStopRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            EmergencyStopRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.EmergencyStopRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            EmergencyStopRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.EmergencyStopRequest";
            };

            return EmergencyStopRequest;
        })();

        v1.EmergencyStopResponse = (function() {

            const EmergencyStopResponse = function (properties) {
                this.confirmedDeviceIds = [];
                this.unconfirmedDeviceIds = [];
                this.devices = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            EmergencyStopResponse.prototype.confirmedDeviceIds = $util.emptyArray;
            EmergencyStopResponse.prototype.unconfirmedDeviceIds = $util.emptyArray;
            EmergencyStopResponse.prototype.devices = $util.emptyArray;

            EmergencyStopResponse.create = function(properties) {
                return new EmergencyStopResponse(properties);
            };

            EmergencyStopResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.confirmedDeviceIds != null && message.confirmedDeviceIds.length)
                    for (let i = 0; i < message.confirmedDeviceIds.length; ++i)
                        writer.uint32(10).string(message.confirmedDeviceIds[i]);
                if (message.unconfirmedDeviceIds != null && message.unconfirmedDeviceIds.length)
                    for (let i = 0; i < message.unconfirmedDeviceIds.length; ++i)
                        writer.uint32(18).string(message.unconfirmedDeviceIds[i]);
                if (message.devices != null && message.devices.length)
                    for (let i = 0; i < message.devices.length; ++i)
                        $root.wijk.v1.DeviceStop.encode(message.devices[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            EmergencyStopResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.EmergencyStopResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.confirmedDeviceIds && message.confirmedDeviceIds.length))
                                message.confirmedDeviceIds = [];
                            message.confirmedDeviceIds.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unconfirmedDeviceIds && message.unconfirmedDeviceIds.length))
                                message.unconfirmedDeviceIds = [];
                            message.unconfirmedDeviceIds.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.devices && message.devices.length))
                                message.devices = [];
                            message.devices.push($root.wijk.v1.DeviceStop.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            EmergencyStopResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.EmergencyStopResponse";
            };

            return EmergencyStopResponse;
        })();

        v1.DeviceStop = (function() {

            const DeviceStop = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeviceStop.prototype.deviceId = "";
            DeviceStop.prototype.confirmed = false;
            DeviceStop.prototype.safeSetpointW = 0;
            DeviceStop.prototype.tookS = 0;
            DeviceStop.prototype.revertTimeS = 0;
            DeviceStop.prototype.error = "";

            DeviceStop.create = function(properties) {
                return new DeviceStop(properties);
            };

            DeviceStop.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                    writer.uint32(10).string(message.deviceId);
                if (message.confirmed != null && $Object.hasOwnProperty.call(message, "confirmed") && message.confirmed !== false)
                    writer.uint32(16).bool(message.confirmed);
                if (message.safeSetpointW != null && $Object.hasOwnProperty.call(message, "safeSetpointW") && !$Object.is(message.safeSetpointW, 0))
                    writer.uint32(25).double(message.safeSetpointW);
                if (message.tookS != null && $Object.hasOwnProperty.call(message, "tookS") && !$Object.is(message.tookS, 0))
                    writer.uint32(33).double(message.tookS);
                if (message.revertTimeS != null && $Object.hasOwnProperty.call(message, "revertTimeS") && !$Object.is(message.revertTimeS, 0))
                    writer.uint32(41).double(message.revertTimeS);
                if (message.error != null && $Object.hasOwnProperty.call(message, "error") && message.error !== "")
                    writer.uint32(50).string(message.error);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DeviceStop.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.DeviceStop();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceId = value;
                            else
                                delete message.deviceId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.confirmed = value;
                            else
                                delete message.confirmed;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.safeSetpointW = value;
                            else
                                delete message.safeSetpointW;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.tookS = value;
                            else
                                delete message.tookS;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.revertTimeS = value;
                            else
                                delete message.revertTimeS;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.error = value;
                            else
                                delete message.error;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DeviceStop.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.DeviceStop";
            };

            return DeviceStop;
        })();

        v1.ReleaseEmergencyStopRequest = (function() {

            const ReleaseEmergencyStopRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReleaseEmergencyStopRequest.prototype.actor = null;

            ReleaseEmergencyStopRequest.create = function(properties) {
                return new ReleaseEmergencyStopRequest(properties);
            };

            ReleaseEmergencyStopRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReleaseEmergencyStopRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ReleaseEmergencyStopRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReleaseEmergencyStopRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ReleaseEmergencyStopRequest";
            };

            return ReleaseEmergencyStopRequest;
        })();

        v1.ReleaseEmergencyStopResponse = (function() {

            const ReleaseEmergencyStopResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReleaseEmergencyStopResponse.create = function(properties) {
                return new ReleaseEmergencyStopResponse(properties);
            };

            ReleaseEmergencyStopResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReleaseEmergencyStopResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ReleaseEmergencyStopResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReleaseEmergencyStopResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ReleaseEmergencyStopResponse";
            };

            return ReleaseEmergencyStopResponse;
        })();

        v1.Actor = (function() {

            const Actor = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Actor.prototype.name = "";
            Actor.prototype.role = 0;

            Actor.create = function(properties) {
                return new Actor(properties);
            };

            Actor.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                    writer.uint32(16).int32(message.role);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Actor.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Actor();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Actor.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Actor";
            };

            return Actor;
        })();

        v1.Role = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ROLE_STRATEGY"] = 1;
            values[valuesById[2] = "ROLE_EXTERNAL_CONTROLLER"] = 2;
            values[valuesById[3] = "ROLE_CALL_OFF"] = 3;
            values[valuesById[4] = "ROLE_SAFETY_ENVELOPE"] = 4;
            values[valuesById[5] = "ROLE_EMERGENCY_STOP"] = 5;
            values[valuesById[6] = "ROLE_OPERATOR"] = 6;
            return values;
        })();

        v1.SlotSource = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SLOT_SOURCE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SLOT_SOURCE_MODEL"] = 1;
            values[valuesById[2] = "SLOT_SOURCE_DEVICE"] = 2;
            values[valuesById[3] = "SLOT_SOURCE_FALLBACK"] = 3;
            return values;
        })();

        v1.Quality = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "QUALITY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "QUALITY_GOOD"] = 1;
            values[valuesById[2] = "QUALITY_INVALID"] = 2;
            values[valuesById[3] = "QUALITY_DERIVED"] = 3;
            return values;
        })();

        v1.LeaseKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LEASE_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LEASE_KIND_ACTUATOR"] = 1;
            values[valuesById[2] = "LEASE_KIND_METER"] = 2;
            return values;
        })();

        v1.AssetKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ASSET_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ASSET_KIND_HOUSEHOLD"] = 1;
            values[valuesById[2] = "ASSET_KIND_PV"] = 2;
            values[valuesById[3] = "ASSET_KIND_BATTERY"] = 3;
            values[valuesById[4] = "ASSET_KIND_HEAT_PUMP"] = 4;
            values[valuesById[5] = "ASSET_KIND_HEAT_PLANT"] = 5;
            values[valuesById[6] = "ASSET_KIND_BUSINESS"] = 6;
            values[valuesById[7] = "ASSET_KIND_EV_CHARGER"] = 7;
            return values;
        })();

        v1.SgReady = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SG_READY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SG_READY_BLOCKED"] = 1;
            values[valuesById[2] = "SG_READY_NORMAL"] = 2;
            values[valuesById[3] = "SG_READY_RECOMMENDED"] = 3;
            values[valuesById[4] = "SG_READY_FORCED"] = 4;
            return values;
        })();

        v1.Problem = (function() {

            const Problem = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Problem.prototype.file = "";
            Problem.prototype.path = "";
            Problem.prototype.line = 0;
            Problem.prototype.value = "";
            Problem.prototype.rule = "";

            Problem.create = function(properties) {
                return new Problem(properties);
            };

            Problem.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.file != null && $Object.hasOwnProperty.call(message, "file") && message.file !== "")
                    writer.uint32(10).string(message.file);
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(18).string(message.path);
                if (message.line != null && $Object.hasOwnProperty.call(message, "line") && message.line !== 0)
                    writer.uint32(24).uint32(message.line);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                    writer.uint32(34).string(message.value);
                if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                    writer.uint32(42).string(message.rule);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Problem.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Problem();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.file = value;
                            else
                                delete message.file;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.line = value;
                            else
                                delete message.line;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.rule = value;
                            else
                                delete message.rule;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Problem.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Problem";
            };

            return Problem;
        })();

        v1.RunRequest = (function() {

            const RunRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RunRequest.prototype.actor = null;
            RunRequest.prototype.experiment = "";
            RunRequest.prototype.durationS = 0;
            RunRequest.prototype.speed = "";
            RunRequest.prototype.outputDirectory = "";

            RunRequest.create = function(properties) {
                return new RunRequest(properties);
            };

            RunRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.experiment != null && $Object.hasOwnProperty.call(message, "experiment") && message.experiment !== "")
                    writer.uint32(18).string(message.experiment);
                if (message.durationS != null && $Object.hasOwnProperty.call(message, "durationS") && !$Object.is(message.durationS, 0))
                    writer.uint32(25).double(message.durationS);
                if (message.speed != null && $Object.hasOwnProperty.call(message, "speed") && message.speed !== "")
                    writer.uint32(34).string(message.speed);
                if (message.outputDirectory != null && $Object.hasOwnProperty.call(message, "outputDirectory") && message.outputDirectory !== "")
                    writer.uint32(42).string(message.outputDirectory);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RunRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.RunRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.experiment = value;
                            else
                                delete message.experiment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationS = value;
                            else
                                delete message.durationS;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.speed = value;
                            else
                                delete message.speed;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.outputDirectory = value;
                            else
                                delete message.outputDirectory;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RunRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.RunRequest";
            };

            return RunRequest;
        })();

        v1.RunResponse = (function() {

            const RunResponse = function (properties) {
                this.problems = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RunResponse.prototype.runId = "";
            RunResponse.prototype.outputDirectory = "";
            RunResponse.prototype.problems = $util.emptyArray;

            RunResponse.create = function(properties) {
                return new RunResponse(properties);
            };

            RunResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(10).string(message.runId);
                if (message.outputDirectory != null && $Object.hasOwnProperty.call(message, "outputDirectory") && message.outputDirectory !== "")
                    writer.uint32(18).string(message.outputDirectory);
                if (message.problems != null && message.problems.length)
                    for (let i = 0; i < message.problems.length; ++i)
                        $root.wijk.v1.Problem.encode(message.problems[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RunResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.RunResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.outputDirectory = value;
                            else
                                delete message.outputDirectory;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push($root.wijk.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RunResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.RunResponse";
            };

            return RunResponse;
        })();

        v1.WatchExperimentRequest = (function() {

            const WatchExperimentRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchExperimentRequest.prototype.runId = "";

            WatchExperimentRequest.create = function(properties) {
                return new WatchExperimentRequest(properties);
            };

            WatchExperimentRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(10).string(message.runId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WatchExperimentRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.WatchExperimentRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WatchExperimentRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.WatchExperimentRequest";
            };

            return WatchExperimentRequest;
        })();

        v1.WatchExperimentResponse = (function() {

            const WatchExperimentResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchExperimentResponse.prototype.runId = "";
            WatchExperimentResponse.prototype.phase = 0;
            WatchExperimentResponse.prototype.progressRatio = 0;
            WatchExperimentResponse.prototype.simulatedS = 0;
            WatchExperimentResponse.prototype.text = "";
            WatchExperimentResponse.prototype.verdict = null;

            WatchExperimentResponse.create = function(properties) {
                return new WatchExperimentResponse(properties);
            };

            WatchExperimentResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(10).string(message.runId);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== 0)
                    writer.uint32(16).int32(message.phase);
                if (message.progressRatio != null && $Object.hasOwnProperty.call(message, "progressRatio") && !$Object.is(message.progressRatio, 0))
                    writer.uint32(25).double(message.progressRatio);
                if (message.simulatedS != null && $Object.hasOwnProperty.call(message, "simulatedS") && !$Object.is(message.simulatedS, 0))
                    writer.uint32(33).double(message.simulatedS);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(42).string(message.text);
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict"))
                    $root.wijk.v1.Verdict.encode(message.verdict, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WatchExperimentResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.WatchExperimentResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.phase = value;
                            else
                                delete message.phase;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.progressRatio = value;
                            else
                                delete message.progressRatio;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.simulatedS = value;
                            else
                                delete message.simulatedS;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.verdict = $root.wijk.v1.Verdict.decode(reader, reader.size(), $undefined, _depth + 1, message.verdict);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WatchExperimentResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.WatchExperimentResponse";
            };

            return WatchExperimentResponse;
        })();

        v1.Phase = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PHASE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PHASE_PREPARING"] = 1;
            values[valuesById[2] = "PHASE_WAITING_FOR_DEVICES"] = 2;
            values[valuesById[3] = "PHASE_RUNNING"] = 3;
            values[valuesById[4] = "PHASE_JUDGING"] = 4;
            values[valuesById[5] = "PHASE_DONE"] = 5;
            return values;
        })();

        v1.Outcome = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
            values[valuesById[1] = "OUTCOME_PASS"] = 1;
            values[valuesById[2] = "OUTCOME_INCONCLUSIVE"] = 2;
            values[valuesById[3] = "OUTCOME_FAIL"] = 3;
            values[valuesById[4] = "OUTCOME_ABORTED"] = 4;
            values[valuesById[5] = "OUTCOME_ERROR"] = 5;
            return values;
        })();

        v1.Verdict = (function() {

            const Verdict = function (properties) {
                this.criteria = [];
                this.remarks = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Verdict.prototype.runId = "";
            Verdict.prototype.experiment = "";
            Verdict.prototype.outcome = 0;
            Verdict.prototype.criteria = $util.emptyArray;
            Verdict.prototype.benchMode = "";
            Verdict.prototype.frameHash = "";
            Verdict.prototype.modelHash = "";
            Verdict.prototype.outputDirectory = "";
            Verdict.prototype.remarks = $util.emptyArray;

            Verdict.create = function(properties) {
                return new Verdict(properties);
            };

            Verdict.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(10).string(message.runId);
                if (message.experiment != null && $Object.hasOwnProperty.call(message, "experiment") && message.experiment !== "")
                    writer.uint32(18).string(message.experiment);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(24).int32(message.outcome);
                if (message.criteria != null && message.criteria.length)
                    for (let i = 0; i < message.criteria.length; ++i)
                        $root.wijk.v1.CriterionResult.encode(message.criteria[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.benchMode != null && $Object.hasOwnProperty.call(message, "benchMode") && message.benchMode !== "")
                    writer.uint32(42).string(message.benchMode);
                if (message.frameHash != null && $Object.hasOwnProperty.call(message, "frameHash") && message.frameHash !== "")
                    writer.uint32(50).string(message.frameHash);
                if (message.modelHash != null && $Object.hasOwnProperty.call(message, "modelHash") && message.modelHash !== "")
                    writer.uint32(58).string(message.modelHash);
                if (message.outputDirectory != null && $Object.hasOwnProperty.call(message, "outputDirectory") && message.outputDirectory !== "")
                    writer.uint32(66).string(message.outputDirectory);
                if (message.remarks != null && message.remarks.length)
                    for (let i = 0; i < message.remarks.length; ++i)
                        writer.uint32(74).string(message.remarks[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Verdict.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Verdict();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.experiment = value;
                            else
                                delete message.experiment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.criteria && message.criteria.length))
                                message.criteria = [];
                            message.criteria.push($root.wijk.v1.CriterionResult.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.benchMode = value;
                            else
                                delete message.benchMode;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.frameHash = value;
                            else
                                delete message.frameHash;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.modelHash = value;
                            else
                                delete message.modelHash;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.outputDirectory = value;
                            else
                                delete message.outputDirectory;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.remarks && message.remarks.length))
                                message.remarks = [];
                            message.remarks.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Verdict.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Verdict";
            };

            return Verdict;
        })();

        v1.CriterionResult = (function() {

            const CriterionResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CriterionResult.prototype.id = "";
            CriterionResult.prototype.title = "";
            CriterionResult.prototype.outcome = 0;
            CriterionResult.prototype.value = 0;
            CriterionResult.prototype.unit = "";
            CriterionResult.prototype.limit = 0;
            CriterionResult.prototype.margin = 0;
            CriterionResult.prototype.coverage = "";
            CriterionResult.prototype.worstUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            CriterionResult.prototype.explanation = "";
            CriterionResult.prototype.source = "";

            CriterionResult.create = function(properties) {
                return new CriterionResult(properties);
            };

            CriterionResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.title != null && $Object.hasOwnProperty.call(message, "title") && message.title !== "")
                    writer.uint32(18).string(message.title);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(24).int32(message.outcome);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && !$Object.is(message.value, 0))
                    writer.uint32(33).double(message.value);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(42).string(message.unit);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && !$Object.is(message.limit, 0))
                    writer.uint32(49).double(message.limit);
                if (message.margin != null && $Object.hasOwnProperty.call(message, "margin") && !$Object.is(message.margin, 0))
                    writer.uint32(57).double(message.margin);
                if (message.coverage != null && $Object.hasOwnProperty.call(message, "coverage") && message.coverage !== "")
                    writer.uint32(66).string(message.coverage);
                if (message.worstUs != null && $Object.hasOwnProperty.call(message, "worstUs") && (typeof message.worstUs === "object" ? message.worstUs.low || message.worstUs.high : message.worstUs !== 0))
                    writer.uint32(72).int64(message.worstUs);
                if (message.explanation != null && $Object.hasOwnProperty.call(message, "explanation") && message.explanation !== "")
                    writer.uint32(82).string(message.explanation);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                    writer.uint32(90).string(message.source);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CriterionResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.CriterionResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.title = value;
                            else
                                delete message.title;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.margin = value;
                            else
                                delete message.margin;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.coverage = value;
                            else
                                delete message.coverage;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.worstUs = value;
                            else
                                delete message.worstUs;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.explanation = value;
                            else
                                delete message.explanation;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CriterionResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.CriterionResult";
            };

            return CriterionResult;
        })();

        v1.GetVerdictRequest = (function() {

            const GetVerdictRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetVerdictRequest.prototype.runId = "";

            GetVerdictRequest.create = function(properties) {
                return new GetVerdictRequest(properties);
            };

            GetVerdictRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(10).string(message.runId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetVerdictRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetVerdictRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetVerdictRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetVerdictRequest";
            };

            return GetVerdictRequest;
        })();

        v1.GetVerdictResponse = (function() {

            const GetVerdictResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetVerdictResponse.prototype.verdict = null;

            GetVerdictResponse.create = function(properties) {
                return new GetVerdictResponse(properties);
            };

            GetVerdictResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict"))
                    $root.wijk.v1.Verdict.encode(message.verdict, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetVerdictResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetVerdictResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.verdict = $root.wijk.v1.Verdict.decode(reader, reader.size(), $undefined, _depth + 1, message.verdict);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetVerdictResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetVerdictResponse";
            };

            return GetVerdictResponse;
        })();

        v1.GetReportRequest = (function() {

            const GetReportRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetReportRequest.prototype.runId = "";

            GetReportRequest.create = function(properties) {
                return new GetReportRequest(properties);
            };

            GetReportRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(10).string(message.runId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetReportRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetReportRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetReportRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetReportRequest";
            };

            return GetReportRequest;
        })();

        v1.GetReportResponse = (function() {

            const GetReportResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetReportResponse.prototype.html = "";

            GetReportResponse.create = function(properties) {
                return new GetReportResponse(properties);
            };

            GetReportResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.html != null && $Object.hasOwnProperty.call(message, "html") && message.html !== "")
                    writer.uint32(10).string(message.html);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetReportResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetReportResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.html = value;
                            else
                                delete message.html;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetReportResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetReportResponse";
            };

            return GetReportResponse;
        })();

        v1.AbortRequest = (function() {

            const AbortRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AbortRequest.prototype.actor = null;
            AbortRequest.prototype.runId = "";

            AbortRequest.create = function(properties) {
                return new AbortRequest(properties);
            };

            AbortRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(18).string(message.runId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AbortRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.AbortRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AbortRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.AbortRequest";
            };

            return AbortRequest;
        })();

        v1.AbortResponse = (function() {

            const AbortResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AbortResponse.create = function(properties) {
                return new AbortResponse(properties);
            };

            AbortResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AbortResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.AbortResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AbortResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.AbortResponse";
            };

            return AbortResponse;
        })();

        v1.ListQuarterHoursRequest = (function() {

            const ListQuarterHoursRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListQuarterHoursRequest.create = function(properties) {
                return new ListQuarterHoursRequest(properties);
            };

            ListQuarterHoursRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListQuarterHoursRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListQuarterHoursRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListQuarterHoursRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListQuarterHoursRequest";
            };

            return ListQuarterHoursRequest;
        })();

        v1.ListQuarterHoursResponse = (function() {

            const ListQuarterHoursResponse = function (properties) {
                this.quarters = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListQuarterHoursResponse.prototype.quarters = $util.emptyArray;

            ListQuarterHoursResponse.create = function(properties) {
                return new ListQuarterHoursResponse(properties);
            };

            ListQuarterHoursResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.quarters != null && message.quarters.length)
                    for (let i = 0; i < message.quarters.length; ++i)
                        $root.wijk.v1.QuarterHour.encode(message.quarters[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListQuarterHoursResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListQuarterHoursResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.quarters && message.quarters.length))
                                message.quarters = [];
                            message.quarters.push($root.wijk.v1.QuarterHour.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListQuarterHoursResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListQuarterHoursResponse";
            };

            return ListQuarterHoursResponse;
        })();

        v1.QuarterHour = (function() {

            const QuarterHour = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            QuarterHour.prototype.startUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            QuarterHour.prototype.meanActivePowerW = 0;
            QuarterHour.prototype.limitW = 0;
            QuarterHour.prototype.complete = false;
            QuarterHour.prototype.substitutedRatio = 0;
            QuarterHour.prototype.limitFrom = "";
            QuarterHour.prototype.numberInDay = 0;

            QuarterHour.create = function(properties) {
                return new QuarterHour(properties);
            };

            QuarterHour.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.startUs != null && $Object.hasOwnProperty.call(message, "startUs") && (typeof message.startUs === "object" ? message.startUs.low || message.startUs.high : message.startUs !== 0))
                    writer.uint32(8).int64(message.startUs);
                if (message.meanActivePowerW != null && $Object.hasOwnProperty.call(message, "meanActivePowerW") && !$Object.is(message.meanActivePowerW, 0))
                    writer.uint32(17).double(message.meanActivePowerW);
                if (message.limitW != null && $Object.hasOwnProperty.call(message, "limitW") && !$Object.is(message.limitW, 0))
                    writer.uint32(25).double(message.limitW);
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
                    writer.uint32(32).bool(message.complete);
                if (message.substitutedRatio != null && $Object.hasOwnProperty.call(message, "substitutedRatio") && !$Object.is(message.substitutedRatio, 0))
                    writer.uint32(41).double(message.substitutedRatio);
                if (message.limitFrom != null && $Object.hasOwnProperty.call(message, "limitFrom") && message.limitFrom !== "")
                    writer.uint32(50).string(message.limitFrom);
                if (message.numberInDay != null && $Object.hasOwnProperty.call(message, "numberInDay") && message.numberInDay !== 0)
                    writer.uint32(56).uint32(message.numberInDay);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            QuarterHour.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.QuarterHour();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.startUs = value;
                            else
                                delete message.startUs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.meanActivePowerW = value;
                            else
                                delete message.meanActivePowerW;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.limitW = value;
                            else
                                delete message.limitW;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.complete = value;
                            else
                                delete message.complete;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.substitutedRatio = value;
                            else
                                delete message.substitutedRatio;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.limitFrom = value;
                            else
                                delete message.limitFrom;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.numberInDay = value;
                            else
                                delete message.numberInDay;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            QuarterHour.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.QuarterHour";
            };

            return QuarterHour;
        })();

        v1.ListTenMinuteMeansRequest = (function() {

            const ListTenMinuteMeansRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListTenMinuteMeansRequest.prototype.withValues = false;

            ListTenMinuteMeansRequest.create = function(properties) {
                return new ListTenMinuteMeansRequest(properties);
            };

            ListTenMinuteMeansRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.withValues != null && $Object.hasOwnProperty.call(message, "withValues") && message.withValues !== false)
                    writer.uint32(8).bool(message.withValues);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListTenMinuteMeansRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListTenMinuteMeansRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.withValues = value;
                            else
                                delete message.withValues;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListTenMinuteMeansRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListTenMinuteMeansRequest";
            };

            return ListTenMinuteMeansRequest;
        })();

        v1.ListTenMinuteMeansResponse = (function() {

            const ListTenMinuteMeansResponse = function (properties) {
                this.means = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListTenMinuteMeansResponse.prototype.means = $util.emptyArray;

            ListTenMinuteMeansResponse.create = function(properties) {
                return new ListTenMinuteMeansResponse(properties);
            };

            ListTenMinuteMeansResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.means != null && message.means.length)
                    for (let i = 0; i < message.means.length; ++i)
                        $root.wijk.v1.TenMinuteMean.encode(message.means[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListTenMinuteMeansResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListTenMinuteMeansResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.means && message.means.length))
                                message.means = [];
                            message.means.push($root.wijk.v1.TenMinuteMean.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListTenMinuteMeansResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListTenMinuteMeansResponse";
            };

            return ListTenMinuteMeansResponse;
        })();

        v1.TenMinuteMean = (function() {

            const TenMinuteMean = function (properties) {
                this.voltageV = [];
                this.branchLoadingRatio = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TenMinuteMean.prototype.startUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            TenMinuteMean.prototype.complete = false;
            TenMinuteMean.prototype.voltageMinV = 0;
            TenMinuteMean.prototype.voltageMaxV = 0;
            TenMinuteMean.prototype.voltageMinNodeIndex = 0;
            TenMinuteMean.prototype.voltageMaxNodeIndex = 0;
            TenMinuteMean.prototype.loadingMaxRatio = 0;
            TenMinuteMean.prototype.loadingMaxBranchIndex = 0;
            TenMinuteMean.prototype.voltageV = $util.emptyArray;
            TenMinuteMean.prototype.branchLoadingRatio = $util.emptyArray;

            TenMinuteMean.create = function(properties) {
                return new TenMinuteMean(properties);
            };

            TenMinuteMean.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.startUs != null && $Object.hasOwnProperty.call(message, "startUs") && (typeof message.startUs === "object" ? message.startUs.low || message.startUs.high : message.startUs !== 0))
                    writer.uint32(8).int64(message.startUs);
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
                    writer.uint32(16).bool(message.complete);
                if (message.voltageMinV != null && $Object.hasOwnProperty.call(message, "voltageMinV") && !$Object.is(message.voltageMinV, 0))
                    writer.uint32(25).double(message.voltageMinV);
                if (message.voltageMaxV != null && $Object.hasOwnProperty.call(message, "voltageMaxV") && !$Object.is(message.voltageMaxV, 0))
                    writer.uint32(33).double(message.voltageMaxV);
                if (message.voltageMinNodeIndex != null && $Object.hasOwnProperty.call(message, "voltageMinNodeIndex") && message.voltageMinNodeIndex !== 0)
                    writer.uint32(40).uint32(message.voltageMinNodeIndex);
                if (message.voltageMaxNodeIndex != null && $Object.hasOwnProperty.call(message, "voltageMaxNodeIndex") && message.voltageMaxNodeIndex !== 0)
                    writer.uint32(48).uint32(message.voltageMaxNodeIndex);
                if (message.loadingMaxRatio != null && $Object.hasOwnProperty.call(message, "loadingMaxRatio") && !$Object.is(message.loadingMaxRatio, 0))
                    writer.uint32(57).double(message.loadingMaxRatio);
                if (message.loadingMaxBranchIndex != null && $Object.hasOwnProperty.call(message, "loadingMaxBranchIndex") && message.loadingMaxBranchIndex !== 0)
                    writer.uint32(64).uint32(message.loadingMaxBranchIndex);
                if (message.voltageV != null && message.voltageV.length)
                    writer.uint32(74).doubles(message.voltageV);
                if (message.branchLoadingRatio != null && message.branchLoadingRatio.length)
                    writer.uint32(82).doubles(message.branchLoadingRatio);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TenMinuteMean.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.TenMinuteMean();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.startUs = value;
                            else
                                delete message.startUs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.complete = value;
                            else
                                delete message.complete;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.voltageMinV = value;
                            else
                                delete message.voltageMinV;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.voltageMaxV = value;
                            else
                                delete message.voltageMaxV;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.voltageMinNodeIndex = value;
                            else
                                delete message.voltageMinNodeIndex;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.voltageMaxNodeIndex = value;
                            else
                                delete message.voltageMaxNodeIndex;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.loadingMaxRatio = value;
                            else
                                delete message.loadingMaxRatio;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.loadingMaxBranchIndex = value;
                            else
                                delete message.loadingMaxBranchIndex;
                            continue;
                        }
                    case 9: {
                            if (wireType === 2) {
                                if (!(message.voltageV && message.voltageV.length))
                                    message.voltageV = [];
                                reader.doubles(message.voltageV);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.voltageV && message.voltageV.length))
                                message.voltageV = [];
                            message.voltageV.push(reader.double());
                            continue;
                        }
                    case 10: {
                            if (wireType === 2) {
                                if (!(message.branchLoadingRatio && message.branchLoadingRatio.length))
                                    message.branchLoadingRatio = [];
                                reader.doubles(message.branchLoadingRatio);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.branchLoadingRatio && message.branchLoadingRatio.length))
                                message.branchLoadingRatio = [];
                            message.branchLoadingRatio.push(reader.double());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            TenMinuteMean.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.TenMinuteMean";
            };

            return TenMinuteMean;
        })();

        v1.ListEventsRequest = (function() {

            const ListEventsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListEventsRequest.create = function(properties) {
                return new ListEventsRequest(properties);
            };

            ListEventsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListEventsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListEventsRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListEventsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListEventsRequest";
            };

            return ListEventsRequest;
        })();

        v1.ListEventsResponse = (function() {

            const ListEventsResponse = function (properties) {
                this.events = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListEventsResponse.prototype.events = $util.emptyArray;

            ListEventsResponse.create = function(properties) {
                return new ListEventsResponse(properties);
            };

            ListEventsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.events != null && message.events.length)
                    for (let i = 0; i < message.events.length; ++i)
                        $root.wijk.v1.RecordedEvent.encode(message.events[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListEventsResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListEventsResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.events && message.events.length))
                                message.events = [];
                            message.events.push($root.wijk.v1.RecordedEvent.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListEventsResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListEventsResponse";
            };

            return ListEventsResponse;
        })();

        v1.RecordedEvent = (function() {

            const RecordedEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RecordedEvent.prototype.tick = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RecordedEvent.prototype.timeUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            RecordedEvent.prototype.kind = "";
            RecordedEvent.prototype.subject = "";
            RecordedEvent.prototype.text = "";
            RecordedEvent.prototype.actor = "";

            RecordedEvent.create = function(properties) {
                return new RecordedEvent(properties);
            };

            RecordedEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tick != null && $Object.hasOwnProperty.call(message, "tick") && (typeof message.tick === "object" ? message.tick.low || message.tick.high : message.tick !== 0))
                    writer.uint32(8).uint64(message.tick);
                if (message.timeUs != null && $Object.hasOwnProperty.call(message, "timeUs") && (typeof message.timeUs === "object" ? message.timeUs.low || message.timeUs.high : message.timeUs !== 0))
                    writer.uint32(16).int64(message.timeUs);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(26).string(message.kind);
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                    writer.uint32(34).string(message.subject);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(42).string(message.text);
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(50).string(message.actor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RecordedEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.RecordedEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tick = value;
                            else
                                delete message.tick;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeUs = value;
                            else
                                delete message.timeUs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.subject = value;
                            else
                                delete message.subject;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RecordedEvent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.RecordedEvent";
            };

            return RecordedEvent;
        })();

        v1.ReadSeriesRequest = (function() {

            const ReadSeriesRequest = function (properties) {
                this.columns = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReadSeriesRequest.prototype.columns = $util.emptyArray;
            ReadSeriesRequest.prototype.pointsMax = 0;
            ReadSeriesRequest.prototype.fromUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            ReadSeriesRequest.prototype.untilUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            ReadSeriesRequest.create = function(properties) {
                return new ReadSeriesRequest(properties);
            };

            ReadSeriesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.columns != null && message.columns.length)
                    for (let i = 0; i < message.columns.length; ++i)
                        writer.uint32(10).string(message.columns[i]);
                if (message.pointsMax != null && $Object.hasOwnProperty.call(message, "pointsMax") && message.pointsMax !== 0)
                    writer.uint32(16).uint32(message.pointsMax);
                if (message.fromUs != null && $Object.hasOwnProperty.call(message, "fromUs") && (typeof message.fromUs === "object" ? message.fromUs.low || message.fromUs.high : message.fromUs !== 0))
                    writer.uint32(24).int64(message.fromUs);
                if (message.untilUs != null && $Object.hasOwnProperty.call(message, "untilUs") && (typeof message.untilUs === "object" ? message.untilUs.low || message.untilUs.high : message.untilUs !== 0))
                    writer.uint32(32).int64(message.untilUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReadSeriesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ReadSeriesRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.columns && message.columns.length))
                                message.columns = [];
                            message.columns.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pointsMax = value;
                            else
                                delete message.pointsMax;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.fromUs = value;
                            else
                                delete message.fromUs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.untilUs = value;
                            else
                                delete message.untilUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReadSeriesRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ReadSeriesRequest";
            };

            return ReadSeriesRequest;
        })();

        v1.ReadSeriesResponse = (function() {

            const ReadSeriesResponse = function (properties) {
                this.timeUs = [];
                this.series = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReadSeriesResponse.prototype.timeUs = $util.emptyArray;
            ReadSeriesResponse.prototype.series = $util.emptyArray;

            ReadSeriesResponse.create = function(properties) {
                return new ReadSeriesResponse(properties);
            };

            ReadSeriesResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timeUs != null && message.timeUs.length)
                    writer.uint32(10).int64s(message.timeUs);
                if (message.series != null && message.series.length)
                    for (let i = 0; i < message.series.length; ++i)
                        $root.wijk.v1.Series.encode(message.series[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReadSeriesResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ReadSeriesResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.timeUs && message.timeUs.length))
                                    message.timeUs = [];
                                reader.int64s(message.timeUs);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.timeUs && message.timeUs.length))
                                message.timeUs = [];
                            message.timeUs.push(reader.int64());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.series && message.series.length))
                                message.series = [];
                            message.series.push($root.wijk.v1.Series.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReadSeriesResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ReadSeriesResponse";
            };

            return ReadSeriesResponse;
        })();

        v1.Series = (function() {

            const Series = function (properties) {
                this.mean = [];
                this.min = [];
                this.max = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Series.prototype.column = "";
            Series.prototype.unit = "";
            Series.prototype.mean = $util.emptyArray;
            Series.prototype.min = $util.emptyArray;
            Series.prototype.max = $util.emptyArray;

            Series.create = function(properties) {
                return new Series(properties);
            };

            Series.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.column != null && $Object.hasOwnProperty.call(message, "column") && message.column !== "")
                    writer.uint32(10).string(message.column);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(18).string(message.unit);
                if (message.mean != null && message.mean.length)
                    writer.uint32(26).doubles(message.mean);
                if (message.min != null && message.min.length)
                    writer.uint32(34).doubles(message.min);
                if (message.max != null && message.max.length)
                    writer.uint32(42).doubles(message.max);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Series.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Series();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.column = value;
                            else
                                delete message.column;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.mean && message.mean.length))
                                    message.mean = [];
                                reader.doubles(message.mean);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.mean && message.mean.length))
                                message.mean = [];
                            message.mean.push(reader.double());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.min && message.min.length))
                                    message.min = [];
                                reader.doubles(message.min);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.min && message.min.length))
                                message.min = [];
                            message.min.push(reader.double());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.max && message.max.length))
                                    message.max = [];
                                reader.doubles(message.max);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.max && message.max.length))
                                message.max = [];
                            message.max.push(reader.double());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Series.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Series";
            };

            return Series;
        })();

        v1.SummarizeSlotsRequest = (function() {

            const SummarizeSlotsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SummarizeSlotsRequest.create = function(properties) {
                return new SummarizeSlotsRequest(properties);
            };

            SummarizeSlotsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SummarizeSlotsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SummarizeSlotsRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SummarizeSlotsRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SummarizeSlotsRequest";
            };

            return SummarizeSlotsRequest;
        })();

        v1.SummarizeSlotsResponse = (function() {

            const SummarizeSlotsResponse = function (properties) {
                this.slots = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SummarizeSlotsResponse.prototype.slots = $util.emptyArray;

            SummarizeSlotsResponse.create = function(properties) {
                return new SummarizeSlotsResponse(properties);
            };

            SummarizeSlotsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slots != null && message.slots.length)
                    for (let i = 0; i < message.slots.length; ++i)
                        $root.wijk.v1.SlotSummary.encode(message.slots[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SummarizeSlotsResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SummarizeSlotsResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.slots && message.slots.length))
                                message.slots = [];
                            message.slots.push($root.wijk.v1.SlotSummary.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SummarizeSlotsResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SummarizeSlotsResponse";
            };

            return SummarizeSlotsResponse;
        })();

        v1.SlotSummary = (function() {

            const SlotSummary = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SlotSummary.prototype.slotIndex = 0;
            SlotSummary.prototype.energyWh = 0;
            SlotSummary.prototype.powerMaxW = 0;
            SlotSummary.prototype.powerMinW = 0;
            SlotSummary.prototype.comfortDeficitKh = 0;
            SlotSummary.prototype.ticksOnModel = 0;
            SlotSummary.prototype.ticksOnDevice = 0;
            SlotSummary.prototype.ticksOnFallback = 0;
            SlotSummary.prototype.energyDeficitWh = 0;
            SlotSummary.prototype.coldShowers = 0;
            SlotSummary.prototype.energyThroughputWh = 0;

            SlotSummary.create = function(properties) {
                return new SlotSummary(properties);
            };

            SlotSummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotIndex != null && $Object.hasOwnProperty.call(message, "slotIndex") && message.slotIndex !== 0)
                    writer.uint32(8).uint32(message.slotIndex);
                if (message.energyWh != null && $Object.hasOwnProperty.call(message, "energyWh") && !$Object.is(message.energyWh, 0))
                    writer.uint32(17).double(message.energyWh);
                if (message.powerMaxW != null && $Object.hasOwnProperty.call(message, "powerMaxW") && !$Object.is(message.powerMaxW, 0))
                    writer.uint32(25).double(message.powerMaxW);
                if (message.powerMinW != null && $Object.hasOwnProperty.call(message, "powerMinW") && !$Object.is(message.powerMinW, 0))
                    writer.uint32(33).double(message.powerMinW);
                if (message.comfortDeficitKh != null && $Object.hasOwnProperty.call(message, "comfortDeficitKh") && !$Object.is(message.comfortDeficitKh, 0))
                    writer.uint32(41).double(message.comfortDeficitKh);
                if (message.ticksOnModel != null && $Object.hasOwnProperty.call(message, "ticksOnModel") && !$Object.is(message.ticksOnModel, 0))
                    writer.uint32(49).double(message.ticksOnModel);
                if (message.ticksOnDevice != null && $Object.hasOwnProperty.call(message, "ticksOnDevice") && !$Object.is(message.ticksOnDevice, 0))
                    writer.uint32(57).double(message.ticksOnDevice);
                if (message.ticksOnFallback != null && $Object.hasOwnProperty.call(message, "ticksOnFallback") && !$Object.is(message.ticksOnFallback, 0))
                    writer.uint32(65).double(message.ticksOnFallback);
                if (message.energyDeficitWh != null && $Object.hasOwnProperty.call(message, "energyDeficitWh") && !$Object.is(message.energyDeficitWh, 0))
                    writer.uint32(73).double(message.energyDeficitWh);
                if (message.coldShowers != null && $Object.hasOwnProperty.call(message, "coldShowers") && !$Object.is(message.coldShowers, 0))
                    writer.uint32(81).double(message.coldShowers);
                if (message.energyThroughputWh != null && $Object.hasOwnProperty.call(message, "energyThroughputWh") && !$Object.is(message.energyThroughputWh, 0))
                    writer.uint32(89).double(message.energyThroughputWh);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SlotSummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SlotSummary();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slotIndex = value;
                            else
                                delete message.slotIndex;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.energyWh = value;
                            else
                                delete message.energyWh;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.powerMaxW = value;
                            else
                                delete message.powerMaxW;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.powerMinW = value;
                            else
                                delete message.powerMinW;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.comfortDeficitKh = value;
                            else
                                delete message.comfortDeficitKh;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ticksOnModel = value;
                            else
                                delete message.ticksOnModel;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ticksOnDevice = value;
                            else
                                delete message.ticksOnDevice;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ticksOnFallback = value;
                            else
                                delete message.ticksOnFallback;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.energyDeficitWh = value;
                            else
                                delete message.energyDeficitWh;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.coldShowers = value;
                            else
                                delete message.coldShowers;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.energyThroughputWh = value;
                            else
                                delete message.energyThroughputWh;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SlotSummary.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SlotSummary";
            };

            return SlotSummary;
        })();

        v1.ListLedgerRequest = (function() {

            const ListLedgerRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListLedgerRequest.create = function(properties) {
                return new ListLedgerRequest(properties);
            };

            ListLedgerRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListLedgerRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListLedgerRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListLedgerRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListLedgerRequest";
            };

            return ListLedgerRequest;
        })();

        v1.ListLedgerResponse = (function() {

            const ListLedgerResponse = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListLedgerResponse.prototype.entries = $util.emptyArray;

            ListLedgerResponse.create = function(properties) {
                return new ListLedgerResponse(properties);
            };

            ListLedgerResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        $root.wijk.v1.LedgerEntry.encode(message.entries[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListLedgerResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListLedgerResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.entries && message.entries.length))
                                message.entries = [];
                            message.entries.push($root.wijk.v1.LedgerEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListLedgerResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListLedgerResponse";
            };

            return ListLedgerResponse;
        })();

        v1.LedgerEntry = (function() {

            const LedgerEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LedgerEntry.prototype.startUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            LedgerEntry.prototype.allowedW = 0;
            LedgerEntry.prototype.measuredW = 0;
            LedgerEntry.prototype.excessW = 0;
            LedgerEntry.prototype.excessWh = 0;
            LedgerEntry.prototype.limitFrom = "";

            LedgerEntry.create = function(properties) {
                return new LedgerEntry(properties);
            };

            LedgerEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.startUs != null && $Object.hasOwnProperty.call(message, "startUs") && (typeof message.startUs === "object" ? message.startUs.low || message.startUs.high : message.startUs !== 0))
                    writer.uint32(8).int64(message.startUs);
                if (message.allowedW != null && $Object.hasOwnProperty.call(message, "allowedW") && !$Object.is(message.allowedW, 0))
                    writer.uint32(17).double(message.allowedW);
                if (message.measuredW != null && $Object.hasOwnProperty.call(message, "measuredW") && !$Object.is(message.measuredW, 0))
                    writer.uint32(25).double(message.measuredW);
                if (message.excessW != null && $Object.hasOwnProperty.call(message, "excessW") && !$Object.is(message.excessW, 0))
                    writer.uint32(33).double(message.excessW);
                if (message.excessWh != null && $Object.hasOwnProperty.call(message, "excessWh") && !$Object.is(message.excessWh, 0))
                    writer.uint32(41).double(message.excessWh);
                if (message.limitFrom != null && $Object.hasOwnProperty.call(message, "limitFrom") && message.limitFrom !== "")
                    writer.uint32(50).string(message.limitFrom);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LedgerEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.LedgerEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.startUs = value;
                            else
                                delete message.startUs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.allowedW = value;
                            else
                                delete message.allowedW;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.measuredW = value;
                            else
                                delete message.measuredW;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.excessW = value;
                            else
                                delete message.excessW;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.excessWh = value;
                            else
                                delete message.excessWh;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.limitFrom = value;
                            else
                                delete message.limitFrom;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LedgerEntry.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.LedgerEntry";
            };

            return LedgerEntry;
        })();

        v1.GetSettlementRequest = (function() {

            const GetSettlementRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetSettlementRequest.create = function(properties) {
                return new GetSettlementRequest(properties);
            };

            GetSettlementRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetSettlementRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetSettlementRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetSettlementRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetSettlementRequest";
            };

            return GetSettlementRequest;
        })();

        v1.GetSettlementResponse = (function() {

            const GetSettlementResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetSettlementResponse.create = function(properties) {
                return new GetSettlementResponse(properties);
            };

            GetSettlementResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetSettlementResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetSettlementResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetSettlementResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetSettlementResponse";
            };

            return GetSettlementResponse;
        })();

        v1.ExportRequest = (function() {

            const ExportRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ExportRequest.prototype.directory = "";

            ExportRequest.create = function(properties) {
                return new ExportRequest(properties);
            };

            ExportRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.directory != null && $Object.hasOwnProperty.call(message, "directory") && message.directory !== "")
                    writer.uint32(10).string(message.directory);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ExportRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ExportRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.directory = value;
                            else
                                delete message.directory;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ExportRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ExportRequest";
            };

            return ExportRequest;
        })();

        v1.ExportResponse = (function() {

            const ExportResponse = function (properties) {
                this.files = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ExportResponse.prototype.files = $util.emptyArray;

            ExportResponse.create = function(properties) {
                return new ExportResponse(properties);
            };

            ExportResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.files != null && message.files.length)
                    for (let i = 0; i < message.files.length; ++i)
                        writer.uint32(10).string(message.files[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ExportResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ExportResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.files && message.files.length))
                                message.files = [];
                            message.files.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ExportResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ExportResponse";
            };

            return ExportResponse;
        })();

        v1.AttachRequest = (function() {

            const AttachRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AttachRequest.prototype.hello = null;
            AttachRequest.prototype.bind = null;
            AttachRequest.prototype.unbind = null;
            AttachRequest.prototype.readings = null;
            AttachRequest.prototype.heartbeat = null;
            AttachRequest.prototype.notice = null;
            AttachRequest.prototype.timing = null;

            let $oneOfFields;

            $Object.defineProperty(AttachRequest.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "bind", "unbind", "readings", "heartbeat", "notice", "timing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AttachRequest.create = function(properties) {
                return new AttachRequest(properties);
            };

            AttachRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.wijk.v1.Hello.encode(message.hello, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.bind != null && $Object.hasOwnProperty.call(message, "bind"))
                    $root.wijk.v1.Bind.encode(message.bind, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.unbind != null && $Object.hasOwnProperty.call(message, "unbind"))
                    $root.wijk.v1.Unbind.encode(message.unbind, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.readings != null && $Object.hasOwnProperty.call(message, "readings"))
                    $root.wijk.v1.ReadingBatch.encode(message.readings, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.wijk.v1.Heartbeat.encode(message.heartbeat, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.notice != null && $Object.hasOwnProperty.call(message, "notice"))
                    $root.wijk.v1.Notice.encode(message.notice, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.timing != null && $Object.hasOwnProperty.call(message, "timing"))
                    $root.wijk.v1.TimingReport.encode(message.timing, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AttachRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.AttachRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.wijk.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.message = "hello";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.bind = $root.wijk.v1.Bind.decode(reader, reader.size(), $undefined, _depth + 1, message.bind);
                            message.message = "bind";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.unbind = $root.wijk.v1.Unbind.decode(reader, reader.size(), $undefined, _depth + 1, message.unbind);
                            message.message = "unbind";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.readings = $root.wijk.v1.ReadingBatch.decode(reader, reader.size(), $undefined, _depth + 1, message.readings);
                            message.message = "readings";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.wijk.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.message = "heartbeat";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.notice = $root.wijk.v1.Notice.decode(reader, reader.size(), $undefined, _depth + 1, message.notice);
                            message.message = "notice";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.timing = $root.wijk.v1.TimingReport.decode(reader, reader.size(), $undefined, _depth + 1, message.timing);
                            message.message = "timing";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AttachRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.AttachRequest";
            };

            return AttachRequest;
        })();

        v1.Hello = (function() {

            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Hello.prototype.benchName = "";
            Hello.prototype.actor = null;

            Hello.create = function(properties) {
                return new Hello(properties);
            };

            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.benchName != null && $Object.hasOwnProperty.call(message, "benchName") && message.benchName !== "")
                    writer.uint32(10).string(message.benchName);
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.benchName = value;
                            else
                                delete message.benchName;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Hello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Hello";
            };

            return Hello;
        })();

        v1.Bind = (function() {

            const Bind = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Bind.prototype.slotId = "";
            Bind.prototype.kind = 0;
            Bind.prototype.deviceId = "";
            Bind.prototype.deviceIdentity = "";
            Bind.prototype.scaleRatio = 0;
            Bind.prototype.freshnessLimitS = 0;
            Bind.prototype.safeSetpointW = 0;
            Bind.prototype.revertTimeS = 0;
            Bind.prototype.observeOnly = false;
            Bind.prototype.phaseA = false;
            Bind.prototype.phaseB = false;
            Bind.prototype.phaseC = false;

            Bind.create = function(properties) {
                return new Bind(properties);
            };

            Bind.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(16).int32(message.kind);
                if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                    writer.uint32(26).string(message.deviceId);
                if (message.deviceIdentity != null && $Object.hasOwnProperty.call(message, "deviceIdentity") && message.deviceIdentity !== "")
                    writer.uint32(34).string(message.deviceIdentity);
                if (message.scaleRatio != null && $Object.hasOwnProperty.call(message, "scaleRatio") && !$Object.is(message.scaleRatio, 0))
                    writer.uint32(41).double(message.scaleRatio);
                if (message.freshnessLimitS != null && $Object.hasOwnProperty.call(message, "freshnessLimitS") && !$Object.is(message.freshnessLimitS, 0))
                    writer.uint32(49).double(message.freshnessLimitS);
                if (message.safeSetpointW != null && $Object.hasOwnProperty.call(message, "safeSetpointW") && !$Object.is(message.safeSetpointW, 0))
                    writer.uint32(57).double(message.safeSetpointW);
                if (message.revertTimeS != null && $Object.hasOwnProperty.call(message, "revertTimeS") && !$Object.is(message.revertTimeS, 0))
                    writer.uint32(65).double(message.revertTimeS);
                if (message.observeOnly != null && $Object.hasOwnProperty.call(message, "observeOnly") && message.observeOnly !== false)
                    writer.uint32(72).bool(message.observeOnly);
                if (message.phaseA != null && $Object.hasOwnProperty.call(message, "phaseA") && message.phaseA !== false)
                    writer.uint32(80).bool(message.phaseA);
                if (message.phaseB != null && $Object.hasOwnProperty.call(message, "phaseB") && message.phaseB !== false)
                    writer.uint32(88).bool(message.phaseB);
                if (message.phaseC != null && $Object.hasOwnProperty.call(message, "phaseC") && message.phaseC !== false)
                    writer.uint32(96).bool(message.phaseC);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Bind.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Bind();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceId = value;
                            else
                                delete message.deviceId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceIdentity = value;
                            else
                                delete message.deviceIdentity;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.scaleRatio = value;
                            else
                                delete message.scaleRatio;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.freshnessLimitS = value;
                            else
                                delete message.freshnessLimitS;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.safeSetpointW = value;
                            else
                                delete message.safeSetpointW;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.revertTimeS = value;
                            else
                                delete message.revertTimeS;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.observeOnly = value;
                            else
                                delete message.observeOnly;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.phaseA = value;
                            else
                                delete message.phaseA;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.phaseB = value;
                            else
                                delete message.phaseB;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.phaseC = value;
                            else
                                delete message.phaseC;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Bind.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Bind";
            };

            return Bind;
        })();

        v1.Unbind = (function() {

            const Unbind = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Unbind.prototype.slotId = "";
            Unbind.prototype.reason = "";

            Unbind.create = function(properties) {
                return new Unbind(properties);
            };

            Unbind.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Unbind.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Unbind();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Unbind.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Unbind";
            };

            return Unbind;
        })();

        v1.Notice = (function() {

            const Notice = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Notice.prototype.slotId = "";
            Notice.prototype.kind = "";
            Notice.prototype.text = "";

            Notice.create = function(properties) {
                return new Notice(properties);
            };

            Notice.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(18).string(message.kind);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(26).string(message.text);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Notice.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Notice();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Notice.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Notice";
            };

            return Notice;
        })();

        v1.TimingReport = (function() {

            const TimingReport = function (properties) {
                this.parts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TimingReport.prototype.parts = $util.emptyArray;

            TimingReport.create = function(properties) {
                return new TimingReport(properties);
            };

            TimingReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.parts != null && message.parts.length)
                    for (let i = 0; i < message.parts.length; ++i)
                        $root.wijk.v1.PartTiming.encode(message.parts[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TimingReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.TimingReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.parts && message.parts.length))
                                message.parts = [];
                            message.parts.push($root.wijk.v1.PartTiming.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            TimingReport.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.TimingReport";
            };

            return TimingReport;
        })();

        v1.PartTiming = (function() {

            const PartTiming = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PartTiming.prototype.part = "";
            PartTiming.prototype.id = "";
            PartTiming.prototype.timing = null;

            PartTiming.create = function(properties) {
                return new PartTiming(properties);
            };

            PartTiming.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part !== "")
                    writer.uint32(10).string(message.part);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(18).string(message.id);
                if (message.timing != null && $Object.hasOwnProperty.call(message, "timing"))
                    $root.wijk.v1.Timing.encode(message.timing, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PartTiming.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.PartTiming();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.part = value;
                            else
                                delete message.part;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.timing = $root.wijk.v1.Timing.decode(reader, reader.size(), $undefined, _depth + 1, message.timing);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PartTiming.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.PartTiming";
            };

            return PartTiming;
        })();

        v1.Heartbeat = (function() {

            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Heartbeat.prototype.benchMonotonicUs = 0;

            Heartbeat.create = function(properties) {
                return new Heartbeat(properties);
            };

            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.benchMonotonicUs != null && $Object.hasOwnProperty.call(message, "benchMonotonicUs") && !$Object.is(message.benchMonotonicUs, 0))
                    writer.uint32(9).double(message.benchMonotonicUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.benchMonotonicUs = value;
                            else
                                delete message.benchMonotonicUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Heartbeat.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Heartbeat";
            };

            return Heartbeat;
        })();

        v1.ReadingBatch = (function() {

            const ReadingBatch = function (properties) {
                this.readings = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReadingBatch.prototype.readings = $util.emptyArray;
            ReadingBatch.prototype.benchMonotonicUs = 0;

            ReadingBatch.create = function(properties) {
                return new ReadingBatch(properties);
            };

            ReadingBatch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.readings != null && message.readings.length)
                    for (let i = 0; i < message.readings.length; ++i)
                        $root.wijk.v1.Reading.encode(message.readings[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.benchMonotonicUs != null && $Object.hasOwnProperty.call(message, "benchMonotonicUs") && !$Object.is(message.benchMonotonicUs, 0))
                    writer.uint32(17).double(message.benchMonotonicUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReadingBatch.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ReadingBatch();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.readings && message.readings.length))
                                message.readings = [];
                            message.readings.push($root.wijk.v1.Reading.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.benchMonotonicUs = value;
                            else
                                delete message.benchMonotonicUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReadingBatch.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ReadingBatch";
            };

            return ReadingBatch;
        })();

        v1.Reading = (function() {

            const Reading = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Reading.prototype.slotId = "";
            Reading.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Reading.prototype.ageUs = 0;
            Reading.prototype.quality = 0;
            Reading.prototype.activePowerAW = 0;
            Reading.prototype.activePowerBW = 0;
            Reading.prototype.activePowerCW = 0;
            Reading.prototype.reactivePowerVar = 0;
            Reading.prototype.stateOfChargeRatio = null;
            Reading.prototype.temperatureC = null;
            Reading.prototype.voltageAV = null;
            Reading.prototype.voltageBV = null;
            Reading.prototype.voltageCV = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Reading.prototype, "_stateOfChargeRatio", {
                get: $util.oneOfGetter($oneOfFields = ["stateOfChargeRatio"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Reading.prototype, "_temperatureC", {
                get: $util.oneOfGetter($oneOfFields = ["temperatureC"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Reading.prototype, "_voltageAV", {
                get: $util.oneOfGetter($oneOfFields = ["voltageAV"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Reading.prototype, "_voltageBV", {
                get: $util.oneOfGetter($oneOfFields = ["voltageBV"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Reading.prototype, "_voltageCV", {
                get: $util.oneOfGetter($oneOfFields = ["voltageCV"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Reading.create = function(properties) {
                return new Reading(properties);
            };

            Reading.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(16).uint64(message.sequence);
                if (message.ageUs != null && $Object.hasOwnProperty.call(message, "ageUs") && !$Object.is(message.ageUs, 0))
                    writer.uint32(25).double(message.ageUs);
                if (message.quality != null && $Object.hasOwnProperty.call(message, "quality") && message.quality !== 0)
                    writer.uint32(32).int32(message.quality);
                if (message.activePowerAW != null && $Object.hasOwnProperty.call(message, "activePowerAW") && !$Object.is(message.activePowerAW, 0))
                    writer.uint32(41).double(message.activePowerAW);
                if (message.activePowerBW != null && $Object.hasOwnProperty.call(message, "activePowerBW") && !$Object.is(message.activePowerBW, 0))
                    writer.uint32(49).double(message.activePowerBW);
                if (message.activePowerCW != null && $Object.hasOwnProperty.call(message, "activePowerCW") && !$Object.is(message.activePowerCW, 0))
                    writer.uint32(57).double(message.activePowerCW);
                if (message.reactivePowerVar != null && $Object.hasOwnProperty.call(message, "reactivePowerVar") && !$Object.is(message.reactivePowerVar, 0))
                    writer.uint32(65).double(message.reactivePowerVar);
                if (message.stateOfChargeRatio != null && $Object.hasOwnProperty.call(message, "stateOfChargeRatio"))
                    writer.uint32(73).double(message.stateOfChargeRatio);
                if (message.temperatureC != null && $Object.hasOwnProperty.call(message, "temperatureC"))
                    writer.uint32(81).double(message.temperatureC);
                if (message.voltageAV != null && $Object.hasOwnProperty.call(message, "voltageAV"))
                    writer.uint32(89).double(message.voltageAV);
                if (message.voltageBV != null && $Object.hasOwnProperty.call(message, "voltageBV"))
                    writer.uint32(97).double(message.voltageBV);
                if (message.voltageCV != null && $Object.hasOwnProperty.call(message, "voltageCV"))
                    writer.uint32(105).double(message.voltageCV);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Reading.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Reading();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ageUs = value;
                            else
                                delete message.ageUs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.quality = value;
                            else
                                delete message.quality;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.activePowerAW = value;
                            else
                                delete message.activePowerAW;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.activePowerBW = value;
                            else
                                delete message.activePowerBW;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.activePowerCW = value;
                            else
                                delete message.activePowerCW;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.reactivePowerVar = value;
                            else
                                delete message.reactivePowerVar;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            message.stateOfChargeRatio = reader.double();
                            message._stateOfChargeRatio = "stateOfChargeRatio";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            message.temperatureC = reader.double();
                            message._temperatureC = "temperatureC";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            message.voltageAV = reader.double();
                            message._voltageAV = "voltageAV";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 1)
                                break;
                            message.voltageBV = reader.double();
                            message._voltageBV = "voltageBV";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 1)
                                break;
                            message.voltageCV = reader.double();
                            message._voltageCV = "voltageCV";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Reading.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Reading";
            };

            return Reading;
        })();

        v1.AttachResponse = (function() {

            const AttachResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AttachResponse.prototype.bindResult = null;
            AttachResponse.prototype.setpoints = null;
            AttachResponse.prototype.heartbeat = null;

            let $oneOfFields;

            $Object.defineProperty(AttachResponse.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["bindResult", "setpoints", "heartbeat"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AttachResponse.create = function(properties) {
                return new AttachResponse(properties);
            };

            AttachResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bindResult != null && $Object.hasOwnProperty.call(message, "bindResult"))
                    $root.wijk.v1.BindResult.encode(message.bindResult, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.setpoints != null && $Object.hasOwnProperty.call(message, "setpoints"))
                    $root.wijk.v1.SetpointBatch.encode(message.setpoints, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.wijk.v1.HeartbeatReply.encode(message.heartbeat, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AttachResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.AttachResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.bindResult = $root.wijk.v1.BindResult.decode(reader, reader.size(), $undefined, _depth + 1, message.bindResult);
                            message.message = "bindResult";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.setpoints = $root.wijk.v1.SetpointBatch.decode(reader, reader.size(), $undefined, _depth + 1, message.setpoints);
                            message.message = "setpoints";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.wijk.v1.HeartbeatReply.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.message = "heartbeat";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AttachResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.AttachResponse";
            };

            return AttachResponse;
        })();

        v1.BindResult = (function() {

            const BindResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BindResult.prototype.slotId = "";
            BindResult.prototype.accepted = false;
            BindResult.prototype.reason = "";
            BindResult.prototype.slotIndex = 0;

            BindResult.create = function(properties) {
                return new BindResult(properties);
            };

            BindResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted") && message.accepted !== false)
                    writer.uint32(16).bool(message.accepted);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.slotIndex != null && $Object.hasOwnProperty.call(message, "slotIndex") && message.slotIndex !== 0)
                    writer.uint32(32).uint32(message.slotIndex);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BindResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.BindResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.accepted = value;
                            else
                                delete message.accepted;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slotIndex = value;
                            else
                                delete message.slotIndex;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BindResult.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.BindResult";
            };

            return BindResult;
        })();

        v1.SetpointBatch = (function() {

            const SetpointBatch = function (properties) {
                this.setpoints = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SetpointBatch.prototype.tick = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SetpointBatch.prototype.setpoints = $util.emptyArray;
            SetpointBatch.prototype.twinMonotonicUs = 0;

            SetpointBatch.create = function(properties) {
                return new SetpointBatch(properties);
            };

            SetpointBatch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tick != null && $Object.hasOwnProperty.call(message, "tick") && (typeof message.tick === "object" ? message.tick.low || message.tick.high : message.tick !== 0))
                    writer.uint32(8).uint64(message.tick);
                if (message.setpoints != null && message.setpoints.length)
                    for (let i = 0; i < message.setpoints.length; ++i)
                        $root.wijk.v1.Setpoint.encode(message.setpoints[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.twinMonotonicUs != null && $Object.hasOwnProperty.call(message, "twinMonotonicUs") && !$Object.is(message.twinMonotonicUs, 0))
                    writer.uint32(25).double(message.twinMonotonicUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SetpointBatch.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SetpointBatch();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tick = value;
                            else
                                delete message.tick;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.setpoints && message.setpoints.length))
                                message.setpoints = [];
                            message.setpoints.push($root.wijk.v1.Setpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.twinMonotonicUs = value;
                            else
                                delete message.twinMonotonicUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SetpointBatch.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SetpointBatch";
            };

            return SetpointBatch;
        })();

        v1.Setpoint = (function() {

            const Setpoint = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Setpoint.prototype.slotId = "";
            Setpoint.prototype.activePowerW = 0;
            Setpoint.prototype.from = 0;
            Setpoint.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Setpoint.create = function(properties) {
                return new Setpoint(properties);
            };

            Setpoint.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.activePowerW != null && $Object.hasOwnProperty.call(message, "activePowerW") && !$Object.is(message.activePowerW, 0))
                    writer.uint32(17).double(message.activePowerW);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== 0)
                    writer.uint32(24).int32(message.from);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(32).uint64(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Setpoint.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Setpoint();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.activePowerW = value;
                            else
                                delete message.activePowerW;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Setpoint.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Setpoint";
            };

            return Setpoint;
        })();

        v1.HeartbeatReply = (function() {

            const HeartbeatReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HeartbeatReply.prototype.benchMonotonicUs = 0;
            HeartbeatReply.prototype.twinMonotonicUs = 0;

            HeartbeatReply.create = function(properties) {
                return new HeartbeatReply(properties);
            };

            HeartbeatReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.benchMonotonicUs != null && $Object.hasOwnProperty.call(message, "benchMonotonicUs") && !$Object.is(message.benchMonotonicUs, 0))
                    writer.uint32(9).double(message.benchMonotonicUs);
                if (message.twinMonotonicUs != null && $Object.hasOwnProperty.call(message, "twinMonotonicUs") && !$Object.is(message.twinMonotonicUs, 0))
                    writer.uint32(17).double(message.twinMonotonicUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HeartbeatReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.HeartbeatReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.benchMonotonicUs = value;
                            else
                                delete message.benchMonotonicUs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.twinMonotonicUs = value;
                            else
                                delete message.twinMonotonicUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HeartbeatReply.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.HeartbeatReply";
            };

            return HeartbeatReply;
        })();

        v1.ListLeasesRequest = (function() {

            const ListLeasesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListLeasesRequest.create = function(properties) {
                return new ListLeasesRequest(properties);
            };

            ListLeasesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListLeasesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListLeasesRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListLeasesRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListLeasesRequest";
            };

            return ListLeasesRequest;
        })();

        v1.ListLeasesResponse = (function() {

            const ListLeasesResponse = function (properties) {
                this.leases = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListLeasesResponse.prototype.leases = $util.emptyArray;

            ListLeasesResponse.create = function(properties) {
                return new ListLeasesResponse(properties);
            };

            ListLeasesResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leases != null && message.leases.length)
                    for (let i = 0; i < message.leases.length; ++i)
                        $root.wijk.v1.Lease.encode(message.leases[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListLeasesResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ListLeasesResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.leases && message.leases.length))
                                message.leases = [];
                            message.leases.push($root.wijk.v1.Lease.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListLeasesResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ListLeasesResponse";
            };

            return ListLeasesResponse;
        })();

        v1.Lease = (function() {

            const Lease = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Lease.prototype.slotId = "";
            Lease.prototype.kind = 0;
            Lease.prototype.benchName = "";
            Lease.prototype.deviceId = "";
            Lease.prototype.deviceIdentity = "";
            Lease.prototype.connected = false;
            Lease.prototype.readings = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Lease.prototype.readingsLost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Lease.prototype.scaleRatio = 0;
            Lease.prototype.freshnessLimitS = 0;
            Lease.prototype.observeOnly = false;

            Lease.create = function(properties) {
                return new Lease(properties);
            };

            Lease.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(16).int32(message.kind);
                if (message.benchName != null && $Object.hasOwnProperty.call(message, "benchName") && message.benchName !== "")
                    writer.uint32(26).string(message.benchName);
                if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                    writer.uint32(34).string(message.deviceId);
                if (message.deviceIdentity != null && $Object.hasOwnProperty.call(message, "deviceIdentity") && message.deviceIdentity !== "")
                    writer.uint32(42).string(message.deviceIdentity);
                if (message.connected != null && $Object.hasOwnProperty.call(message, "connected") && message.connected !== false)
                    writer.uint32(48).bool(message.connected);
                if (message.readings != null && $Object.hasOwnProperty.call(message, "readings") && (typeof message.readings === "object" ? message.readings.low || message.readings.high : message.readings !== 0))
                    writer.uint32(56).uint64(message.readings);
                if (message.readingsLost != null && $Object.hasOwnProperty.call(message, "readingsLost") && (typeof message.readingsLost === "object" ? message.readingsLost.low || message.readingsLost.high : message.readingsLost !== 0))
                    writer.uint32(64).uint64(message.readingsLost);
                if (message.scaleRatio != null && $Object.hasOwnProperty.call(message, "scaleRatio") && !$Object.is(message.scaleRatio, 0))
                    writer.uint32(73).double(message.scaleRatio);
                if (message.freshnessLimitS != null && $Object.hasOwnProperty.call(message, "freshnessLimitS") && !$Object.is(message.freshnessLimitS, 0))
                    writer.uint32(81).double(message.freshnessLimitS);
                if (message.observeOnly != null && $Object.hasOwnProperty.call(message, "observeOnly") && message.observeOnly !== false)
                    writer.uint32(88).bool(message.observeOnly);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Lease.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Lease();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.benchName = value;
                            else
                                delete message.benchName;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceId = value;
                            else
                                delete message.deviceId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceIdentity = value;
                            else
                                delete message.deviceIdentity;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.connected = value;
                            else
                                delete message.connected;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readings = value;
                            else
                                delete message.readings;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readingsLost = value;
                            else
                                delete message.readingsLost;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.scaleRatio = value;
                            else
                                delete message.scaleRatio;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.freshnessLimitS = value;
                            else
                                delete message.freshnessLimitS;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.observeOnly = value;
                            else
                                delete message.observeOnly;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Lease.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Lease";
            };

            return Lease;
        })();

        v1.DecideRequest = (function() {

            const DecideRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DecideRequest.prototype.hello = null;
            DecideRequest.prototype.decision = null;

            let $oneOfFields;

            $Object.defineProperty(DecideRequest.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "decision"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            DecideRequest.create = function(properties) {
                return new DecideRequest(properties);
            };

            DecideRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.wijk.v1.StrategyHello.encode(message.hello, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.decision != null && $Object.hasOwnProperty.call(message, "decision"))
                    $root.wijk.v1.Decision.encode(message.decision, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DecideRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.DecideRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.wijk.v1.StrategyHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.message = "hello";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.decision = $root.wijk.v1.Decision.decode(reader, reader.size(), $undefined, _depth + 1, message.decision);
                            message.message = "decision";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DecideRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.DecideRequest";
            };

            return DecideRequest;
        })();

        v1.StrategyHello = (function() {

            const StrategyHello = function (properties) {
                this.columns = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StrategyHello.prototype.actor = null;
            StrategyHello.prototype.columns = $util.emptyArray;
            StrategyHello.prototype.deadlineS = 0;
            StrategyHello.prototype.holdTicks = 0;

            StrategyHello.create = function(properties) {
                return new StrategyHello(properties);
            };

            StrategyHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.columns != null && message.columns.length)
                    for (let i = 0; i < message.columns.length; ++i)
                        writer.uint32(18).string(message.columns[i]);
                if (message.deadlineS != null && $Object.hasOwnProperty.call(message, "deadlineS") && !$Object.is(message.deadlineS, 0))
                    writer.uint32(25).double(message.deadlineS);
                if (message.holdTicks != null && $Object.hasOwnProperty.call(message, "holdTicks") && message.holdTicks !== 0)
                    writer.uint32(32).uint32(message.holdTicks);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StrategyHello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.StrategyHello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.columns && message.columns.length))
                                message.columns = [];
                            message.columns.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.deadlineS = value;
                            else
                                delete message.deadlineS;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.holdTicks = value;
                            else
                                delete message.holdTicks;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StrategyHello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.StrategyHello";
            };

            return StrategyHello;
        })();

        v1.Decision = (function() {

            const Decision = function (properties) {
                this.setpoints = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Decision.prototype.tick = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Decision.prototype.setpoints = $util.emptyArray;

            Decision.create = function(properties) {
                return new Decision(properties);
            };

            Decision.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tick != null && $Object.hasOwnProperty.call(message, "tick") && (typeof message.tick === "object" ? message.tick.low || message.tick.high : message.tick !== 0))
                    writer.uint32(8).uint64(message.tick);
                if (message.setpoints != null && message.setpoints.length)
                    for (let i = 0; i < message.setpoints.length; ++i)
                        $root.wijk.v1.SlotDecision.encode(message.setpoints[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Decision.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Decision();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tick = value;
                            else
                                delete message.tick;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.setpoints && message.setpoints.length))
                                message.setpoints = [];
                            message.setpoints.push($root.wijk.v1.SlotDecision.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Decision.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Decision";
            };

            return Decision;
        })();

        v1.SlotDecision = (function() {

            const SlotDecision = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SlotDecision.prototype.slotIndex = 0;
            SlotDecision.prototype.activePowerW = 0;
            SlotDecision.prototype.sgReady = 0;

            SlotDecision.create = function(properties) {
                return new SlotDecision(properties);
            };

            SlotDecision.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotIndex != null && $Object.hasOwnProperty.call(message, "slotIndex") && message.slotIndex !== 0)
                    writer.uint32(8).uint32(message.slotIndex);
                if (message.activePowerW != null && $Object.hasOwnProperty.call(message, "activePowerW") && !$Object.is(message.activePowerW, 0))
                    writer.uint32(17).double(message.activePowerW);
                if (message.sgReady != null && $Object.hasOwnProperty.call(message, "sgReady") && message.sgReady !== 0)
                    writer.uint32(24).int32(message.sgReady);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SlotDecision.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SlotDecision();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slotIndex = value;
                            else
                                delete message.slotIndex;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.activePowerW = value;
                            else
                                delete message.activePowerW;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.sgReady = value;
                            else
                                delete message.sgReady;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SlotDecision.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SlotDecision";
            };

            return SlotDecision;
        })();

        v1.DecideResponse = (function() {

            const DecideResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DecideResponse.prototype.observation = null;
            DecideResponse.prototype.notice = null;

            let $oneOfFields;

            $Object.defineProperty(DecideResponse.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["observation", "notice"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            DecideResponse.create = function(properties) {
                return new DecideResponse(properties);
            };

            DecideResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.observation != null && $Object.hasOwnProperty.call(message, "observation"))
                    $root.wijk.v1.Observation.encode(message.observation, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.notice != null && $Object.hasOwnProperty.call(message, "notice"))
                    $root.wijk.v1.StrategyNotice.encode(message.notice, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DecideResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.DecideResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.observation = $root.wijk.v1.Observation.decode(reader, reader.size(), $undefined, _depth + 1, message.observation);
                            message.message = "observation";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.notice = $root.wijk.v1.StrategyNotice.decode(reader, reader.size(), $undefined, _depth + 1, message.notice);
                            message.message = "notice";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DecideResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.DecideResponse";
            };

            return DecideResponse;
        })();

        v1.Observation = (function() {

            const Observation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Observation.prototype.tick = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Observation.prototype.frame = null;
            Observation.prototype.deadlineS = 0;

            Observation.create = function(properties) {
                return new Observation(properties);
            };

            Observation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tick != null && $Object.hasOwnProperty.call(message, "tick") && (typeof message.tick === "object" ? message.tick.low || message.tick.high : message.tick !== 0))
                    writer.uint32(8).uint64(message.tick);
                if (message.frame != null && $Object.hasOwnProperty.call(message, "frame"))
                    $root.wijk.v1.Frame.encode(message.frame, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.deadlineS != null && $Object.hasOwnProperty.call(message, "deadlineS") && !$Object.is(message.deadlineS, 0))
                    writer.uint32(25).double(message.deadlineS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Observation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Observation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tick = value;
                            else
                                delete message.tick;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.frame = $root.wijk.v1.Frame.decode(reader, reader.size(), $undefined, _depth + 1, message.frame);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.deadlineS = value;
                            else
                                delete message.deadlineS;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Observation.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Observation";
            };

            return Observation;
        })();

        v1.StrategyNotice = (function() {

            const StrategyNotice = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StrategyNotice.prototype.text = "";
            StrategyNotice.prototype.decisionsMissed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            StrategyNotice.create = function(properties) {
                return new StrategyNotice(properties);
            };

            StrategyNotice.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(10).string(message.text);
                if (message.decisionsMissed != null && $Object.hasOwnProperty.call(message, "decisionsMissed") && (typeof message.decisionsMissed === "object" ? message.decisionsMissed.low || message.decisionsMissed.high : message.decisionsMissed !== 0))
                    writer.uint32(16).uint64(message.decisionsMissed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StrategyNotice.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.StrategyNotice();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.decisionsMissed = value;
                            else
                                delete message.decisionsMissed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StrategyNotice.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.StrategyNotice";
            };

            return StrategyNotice;
        })();

        v1.LoadRequest = (function() {

            const LoadRequest = function (properties) {
                this.labels = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LoadRequest.prototype.actor = null;
            LoadRequest.prototype.wijk = "";
            LoadRequest.prototype.startUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            LoadRequest.prototype.durationS = 0;
            LoadRequest.prototype.tickS = 0;
            LoadRequest.prototype.seed = 0;
            LoadRequest.prototype.strategy = null;
            LoadRequest.prototype.groupLimitW = 0;
            LoadRequest.prototype.weather = null;
            LoadRequest.prototype.speed = 0;
            LoadRequest.prototype.recordDirectory = "";
            LoadRequest.prototype.labels = $util.emptyObject;
            LoadRequest.prototype.record = null;

            LoadRequest.create = function(properties) {
                return new LoadRequest(properties);
            };

            LoadRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.wijk != null && $Object.hasOwnProperty.call(message, "wijk") && message.wijk !== "")
                    writer.uint32(18).string(message.wijk);
                if (message.startUs != null && $Object.hasOwnProperty.call(message, "startUs") && (typeof message.startUs === "object" ? message.startUs.low || message.startUs.high : message.startUs !== 0))
                    writer.uint32(24).int64(message.startUs);
                if (message.durationS != null && $Object.hasOwnProperty.call(message, "durationS") && !$Object.is(message.durationS, 0))
                    writer.uint32(33).double(message.durationS);
                if (message.tickS != null && $Object.hasOwnProperty.call(message, "tickS") && !$Object.is(message.tickS, 0))
                    writer.uint32(41).double(message.tickS);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed !== 0)
                    writer.uint32(48).uint32(message.seed);
                if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy"))
                    $root.wijk.v1.StrategySpec.encode(message.strategy, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.groupLimitW != null && $Object.hasOwnProperty.call(message, "groupLimitW") && !$Object.is(message.groupLimitW, 0))
                    writer.uint32(65).double(message.groupLimitW);
                if (message.weather != null && $Object.hasOwnProperty.call(message, "weather"))
                    $root.wijk.v1.WeatherSpec.encode(message.weather, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.speed != null && $Object.hasOwnProperty.call(message, "speed") && !$Object.is(message.speed, 0))
                    writer.uint32(81).double(message.speed);
                if (message.recordDirectory != null && $Object.hasOwnProperty.call(message, "recordDirectory") && message.recordDirectory !== "")
                    writer.uint32(90).string(message.recordDirectory);
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                        writer.uint32(98).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
                if (message.record != null && $Object.hasOwnProperty.call(message, "record"))
                    $root.wijk.v1.RecordSpec.encode(message.record, writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LoadRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.LoadRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.wijk = value;
                            else
                                delete message.wijk;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.startUs = value;
                            else
                                delete message.startUs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationS = value;
                            else
                                delete message.durationS;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.tickS = value;
                            else
                                delete message.tickS;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.strategy = $root.wijk.v1.StrategySpec.decode(reader, reader.size(), $undefined, _depth + 1, message.strategy);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.groupLimitW = value;
                            else
                                delete message.groupLimitW;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.weather = $root.wijk.v1.WeatherSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.weather);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.speed = value;
                            else
                                delete message.speed;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.recordDirectory = value;
                            else
                                delete message.recordDirectory;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (message.labels === $util.emptyObject)
                                message.labels = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.labels, key);
                            message.labels[key] = value;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.record = $root.wijk.v1.RecordSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.record);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LoadRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.LoadRequest";
            };

            return LoadRequest;
        })();

        v1.RecordSpec = (function() {

            const RecordSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RecordSpec.prototype.wijkSamplePeriodS = 0;
            RecordSpec.prototype.slotSamplePeriodS = 0;
            RecordSpec.prototype.noSlotSamples = false;
            RecordSpec.prototype.extremesOnly = false;

            RecordSpec.create = function(properties) {
                return new RecordSpec(properties);
            };

            RecordSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.wijkSamplePeriodS != null && $Object.hasOwnProperty.call(message, "wijkSamplePeriodS") && !$Object.is(message.wijkSamplePeriodS, 0))
                    writer.uint32(9).double(message.wijkSamplePeriodS);
                if (message.slotSamplePeriodS != null && $Object.hasOwnProperty.call(message, "slotSamplePeriodS") && !$Object.is(message.slotSamplePeriodS, 0))
                    writer.uint32(17).double(message.slotSamplePeriodS);
                if (message.noSlotSamples != null && $Object.hasOwnProperty.call(message, "noSlotSamples") && message.noSlotSamples !== false)
                    writer.uint32(24).bool(message.noSlotSamples);
                if (message.extremesOnly != null && $Object.hasOwnProperty.call(message, "extremesOnly") && message.extremesOnly !== false)
                    writer.uint32(32).bool(message.extremesOnly);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RecordSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.RecordSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wijkSamplePeriodS = value;
                            else
                                delete message.wijkSamplePeriodS;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.slotSamplePeriodS = value;
                            else
                                delete message.slotSamplePeriodS;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.noSlotSamples = value;
                            else
                                delete message.noSlotSamples;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.extremesOnly = value;
                            else
                                delete message.extremesOnly;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RecordSpec.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.RecordSpec";
            };

            return RecordSpec;
        })();

        v1.StrategySpec = (function() {

            const StrategySpec = function (properties) {
                this.options = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StrategySpec.prototype.name = "";
            StrategySpec.prototype.options = $util.emptyObject;

            StrategySpec.create = function(properties) {
                return new StrategySpec(properties);
            };

            StrategySpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.options != null && $Object.hasOwnProperty.call(message, "options"))
                    for (let keys = $Object.keys(message.options), i = 0; i < keys.length; ++i)
                        writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(17).double(message.options[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StrategySpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.StrategySpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.options === $util.emptyObject)
                                message.options = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = 0;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 1)
                                        break;
                                    value = reader.double();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.options, key);
                            message.options[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StrategySpec.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.StrategySpec";
            };

            return StrategySpec;
        })();

        v1.WeatherSpec = (function() {

            const WeatherSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WeatherSpec.prototype.stressWeek = "";
            WeatherSpec.prototype.knmiDailyFile = "";

            WeatherSpec.create = function(properties) {
                return new WeatherSpec(properties);
            };

            WeatherSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stressWeek != null && $Object.hasOwnProperty.call(message, "stressWeek") && message.stressWeek !== "")
                    writer.uint32(10).string(message.stressWeek);
                if (message.knmiDailyFile != null && $Object.hasOwnProperty.call(message, "knmiDailyFile") && message.knmiDailyFile !== "")
                    writer.uint32(18).string(message.knmiDailyFile);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WeatherSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.WeatherSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stressWeek = value;
                            else
                                delete message.stressWeek;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.knmiDailyFile = value;
                            else
                                delete message.knmiDailyFile;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WeatherSpec.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.WeatherSpec";
            };

            return WeatherSpec;
        })();

        v1.LoadResponse = (function() {

            const LoadResponse = function (properties) {
                this.problems = [];
                this.warnings = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LoadResponse.prototype.sessionId = "";
            LoadResponse.prototype.problems = $util.emptyArray;
            LoadResponse.prototype.warnings = $util.emptyArray;

            LoadResponse.create = function(properties) {
                return new LoadResponse(properties);
            };

            LoadResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId !== "")
                    writer.uint32(10).string(message.sessionId);
                if (message.problems != null && message.problems.length)
                    for (let i = 0; i < message.problems.length; ++i)
                        $root.wijk.v1.Problem.encode(message.problems[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.warnings != null && message.warnings.length)
                    for (let i = 0; i < message.warnings.length; ++i)
                        writer.uint32(26).string(message.warnings[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LoadResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.LoadResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sessionId = value;
                            else
                                delete message.sessionId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push($root.wijk.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.warnings && message.warnings.length))
                                message.warnings = [];
                            message.warnings.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LoadResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.LoadResponse";
            };

            return LoadResponse;
        })();

        v1.DescribeRequest = (function() {

            const DescribeRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DescribeRequest.create = function(properties) {
                return new DescribeRequest(properties);
            };

            DescribeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DescribeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.DescribeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DescribeRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.DescribeRequest";
            };

            return DescribeRequest;
        })();

        v1.DescribeResponse = (function() {

            const DescribeResponse = function (properties) {
                this.columns = [];
                this.slots = [];
                this.connections = [];
                this.nodes = [];
                this.branches = [];
                this.labels = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DescribeResponse.prototype.sessionId = "";
            DescribeResponse.prototype.wijkName = "";
            DescribeResponse.prototype.title = "";
            DescribeResponse.prototype.columns = $util.emptyArray;
            DescribeResponse.prototype.slots = $util.emptyArray;
            DescribeResponse.prototype.connections = $util.emptyArray;
            DescribeResponse.prototype.nodes = $util.emptyArray;
            DescribeResponse.prototype.branches = $util.emptyArray;
            DescribeResponse.prototype.startUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            DescribeResponse.prototype.durationS = 0;
            DescribeResponse.prototype.tickS = 0;
            DescribeResponse.prototype.strategy = null;
            DescribeResponse.prototype.modelHash = "";
            DescribeResponse.prototype.labels = $util.emptyObject;

            DescribeResponse.create = function(properties) {
                return new DescribeResponse(properties);
            };

            DescribeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId !== "")
                    writer.uint32(10).string(message.sessionId);
                if (message.wijkName != null && $Object.hasOwnProperty.call(message, "wijkName") && message.wijkName !== "")
                    writer.uint32(18).string(message.wijkName);
                if (message.title != null && $Object.hasOwnProperty.call(message, "title") && message.title !== "")
                    writer.uint32(26).string(message.title);
                if (message.columns != null && message.columns.length)
                    for (let i = 0; i < message.columns.length; ++i)
                        $root.wijk.v1.ColumnInfo.encode(message.columns[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.slots != null && message.slots.length)
                    for (let i = 0; i < message.slots.length; ++i)
                        $root.wijk.v1.SlotInfo.encode(message.slots[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.connections != null && message.connections.length)
                    for (let i = 0; i < message.connections.length; ++i)
                        $root.wijk.v1.ConnectionInfo.encode(message.connections[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        $root.wijk.v1.NodeInfo.encode(message.nodes[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.branches != null && message.branches.length)
                    for (let i = 0; i < message.branches.length; ++i)
                        $root.wijk.v1.BranchInfo.encode(message.branches[i], writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.startUs != null && $Object.hasOwnProperty.call(message, "startUs") && (typeof message.startUs === "object" ? message.startUs.low || message.startUs.high : message.startUs !== 0))
                    writer.uint32(72).int64(message.startUs);
                if (message.durationS != null && $Object.hasOwnProperty.call(message, "durationS") && !$Object.is(message.durationS, 0))
                    writer.uint32(81).double(message.durationS);
                if (message.tickS != null && $Object.hasOwnProperty.call(message, "tickS") && !$Object.is(message.tickS, 0))
                    writer.uint32(89).double(message.tickS);
                if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy"))
                    $root.wijk.v1.StrategySpec.encode(message.strategy, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.modelHash != null && $Object.hasOwnProperty.call(message, "modelHash") && message.modelHash !== "")
                    writer.uint32(106).string(message.modelHash);
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                        writer.uint32(114).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DescribeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.DescribeResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sessionId = value;
                            else
                                delete message.sessionId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.wijkName = value;
                            else
                                delete message.wijkName;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.title = value;
                            else
                                delete message.title;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.columns && message.columns.length))
                                message.columns = [];
                            message.columns.push($root.wijk.v1.ColumnInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.slots && message.slots.length))
                                message.slots = [];
                            message.slots.push($root.wijk.v1.SlotInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.connections && message.connections.length))
                                message.connections = [];
                            message.connections.push($root.wijk.v1.ConnectionInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push($root.wijk.v1.NodeInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.branches && message.branches.length))
                                message.branches = [];
                            message.branches.push($root.wijk.v1.BranchInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.startUs = value;
                            else
                                delete message.startUs;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationS = value;
                            else
                                delete message.durationS;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.tickS = value;
                            else
                                delete message.tickS;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.strategy = $root.wijk.v1.StrategySpec.decode(reader, reader.size(), $undefined, _depth + 1, message.strategy);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.modelHash = value;
                            else
                                delete message.modelHash;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (message.labels === $util.emptyObject)
                                message.labels = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.labels, key);
                            message.labels[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DescribeResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.DescribeResponse";
            };

            return DescribeResponse;
        })();

        v1.ColumnInfo = (function() {

            const ColumnInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ColumnInfo.prototype.name = "";
            ColumnInfo.prototype.frameField = 0;
            ColumnInfo.prototype.unit = "";
            ColumnInfo.prototype.sign = "";
            ColumnInfo.prototype.indexSpace = "";
            ColumnInfo.prototype.length = 0;
            ColumnInfo.prototype.meaning = "";

            ColumnInfo.create = function(properties) {
                return new ColumnInfo(properties);
            };

            ColumnInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.frameField != null && $Object.hasOwnProperty.call(message, "frameField") && message.frameField !== 0)
                    writer.uint32(16).uint32(message.frameField);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(26).string(message.unit);
                if (message.sign != null && $Object.hasOwnProperty.call(message, "sign") && message.sign !== "")
                    writer.uint32(34).string(message.sign);
                if (message.indexSpace != null && $Object.hasOwnProperty.call(message, "indexSpace") && message.indexSpace !== "")
                    writer.uint32(42).string(message.indexSpace);
                if (message.length != null && $Object.hasOwnProperty.call(message, "length") && message.length !== 0)
                    writer.uint32(48).uint32(message.length);
                if (message.meaning != null && $Object.hasOwnProperty.call(message, "meaning") && message.meaning !== "")
                    writer.uint32(58).string(message.meaning);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ColumnInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ColumnInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.frameField = value;
                            else
                                delete message.frameField;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sign = value;
                            else
                                delete message.sign;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.indexSpace = value;
                            else
                                delete message.indexSpace;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.length = value;
                            else
                                delete message.length;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.meaning = value;
                            else
                                delete message.meaning;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ColumnInfo.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ColumnInfo";
            };

            return ColumnInfo;
        })();

        v1.SlotInfo = (function() {

            const SlotInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SlotInfo.prototype.index = 0;
            SlotInfo.prototype.id = "";
            SlotInfo.prototype.kind = 0;
            SlotInfo.prototype.connectionIndex = 0;
            SlotInfo.prototype.shareARatio = 0;
            SlotInfo.prototype.shareBRatio = 0;
            SlotInfo.prototype.shareCRatio = 0;
            SlotInfo.prototype.controllable = false;
            SlotInfo.prototype.powerMaxW = 0;
            SlotInfo.prototype.powerMinW = 0;
            SlotInfo.prototype.energyCapacityWh = 0;
            SlotInfo.prototype.smallestRunningPowerW = 0;

            SlotInfo.create = function(properties) {
                return new SlotInfo(properties);
            };

            SlotInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(8).uint32(message.index);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(18).string(message.id);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(24).int32(message.kind);
                if (message.connectionIndex != null && $Object.hasOwnProperty.call(message, "connectionIndex") && message.connectionIndex !== 0)
                    writer.uint32(32).uint32(message.connectionIndex);
                if (message.shareARatio != null && $Object.hasOwnProperty.call(message, "shareARatio") && !$Object.is(message.shareARatio, 0))
                    writer.uint32(41).double(message.shareARatio);
                if (message.shareBRatio != null && $Object.hasOwnProperty.call(message, "shareBRatio") && !$Object.is(message.shareBRatio, 0))
                    writer.uint32(49).double(message.shareBRatio);
                if (message.shareCRatio != null && $Object.hasOwnProperty.call(message, "shareCRatio") && !$Object.is(message.shareCRatio, 0))
                    writer.uint32(57).double(message.shareCRatio);
                if (message.controllable != null && $Object.hasOwnProperty.call(message, "controllable") && message.controllable !== false)
                    writer.uint32(64).bool(message.controllable);
                if (message.powerMaxW != null && $Object.hasOwnProperty.call(message, "powerMaxW") && !$Object.is(message.powerMaxW, 0))
                    writer.uint32(73).double(message.powerMaxW);
                if (message.powerMinW != null && $Object.hasOwnProperty.call(message, "powerMinW") && !$Object.is(message.powerMinW, 0))
                    writer.uint32(81).double(message.powerMinW);
                if (message.energyCapacityWh != null && $Object.hasOwnProperty.call(message, "energyCapacityWh") && !$Object.is(message.energyCapacityWh, 0))
                    writer.uint32(89).double(message.energyCapacityWh);
                if (message.smallestRunningPowerW != null && $Object.hasOwnProperty.call(message, "smallestRunningPowerW") && !$Object.is(message.smallestRunningPowerW, 0))
                    writer.uint32(97).double(message.smallestRunningPowerW);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SlotInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SlotInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.connectionIndex = value;
                            else
                                delete message.connectionIndex;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.shareARatio = value;
                            else
                                delete message.shareARatio;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.shareBRatio = value;
                            else
                                delete message.shareBRatio;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.shareCRatio = value;
                            else
                                delete message.shareCRatio;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.controllable = value;
                            else
                                delete message.controllable;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.powerMaxW = value;
                            else
                                delete message.powerMaxW;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.powerMinW = value;
                            else
                                delete message.powerMinW;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.energyCapacityWh = value;
                            else
                                delete message.energyCapacityWh;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.smallestRunningPowerW = value;
                            else
                                delete message.smallestRunningPowerW;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SlotInfo.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SlotInfo";
            };

            return SlotInfo;
        })();

        v1.ConnectionInfo = (function() {

            const ConnectionInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConnectionInfo.prototype.index = 0;
            ConnectionInfo.prototype.id = "";
            ConnectionInfo.prototype.ean = "";
            ConnectionInfo.prototype.nodeIndex = 0;
            ConnectionInfo.prototype.fuseA = 0;
            ConnectionInfo.prototype.phaseCount = 0;
            ConnectionInfo.prototype.use = "";
            ConnectionInfo.prototype.inGroup = false;

            ConnectionInfo.create = function(properties) {
                return new ConnectionInfo(properties);
            };

            ConnectionInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(8).uint32(message.index);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(18).string(message.id);
                if (message.ean != null && $Object.hasOwnProperty.call(message, "ean") && message.ean !== "")
                    writer.uint32(26).string(message.ean);
                if (message.nodeIndex != null && $Object.hasOwnProperty.call(message, "nodeIndex") && message.nodeIndex !== 0)
                    writer.uint32(32).uint32(message.nodeIndex);
                if (message.fuseA != null && $Object.hasOwnProperty.call(message, "fuseA") && !$Object.is(message.fuseA, 0))
                    writer.uint32(41).double(message.fuseA);
                if (message.phaseCount != null && $Object.hasOwnProperty.call(message, "phaseCount") && message.phaseCount !== 0)
                    writer.uint32(48).uint32(message.phaseCount);
                if (message.use != null && $Object.hasOwnProperty.call(message, "use") && message.use !== "")
                    writer.uint32(58).string(message.use);
                if (message.inGroup != null && $Object.hasOwnProperty.call(message, "inGroup") && message.inGroup !== false)
                    writer.uint32(64).bool(message.inGroup);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConnectionInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.ConnectionInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.ean = value;
                            else
                                delete message.ean;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodeIndex = value;
                            else
                                delete message.nodeIndex;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.fuseA = value;
                            else
                                delete message.fuseA;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.phaseCount = value;
                            else
                                delete message.phaseCount;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.use = value;
                            else
                                delete message.use;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.inGroup = value;
                            else
                                delete message.inGroup;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConnectionInfo.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.ConnectionInfo";
            };

            return ConnectionInfo;
        })();

        v1.NodeInfo = (function() {

            const NodeInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeInfo.prototype.index = 0;
            NodeInfo.prototype.pgmId = 0;
            NodeInfo.prototype.ratedLineVoltageV = 0;
            NodeInfo.prototype.feeder = "";
            NodeInfo.prototype.distanceM = 0;

            NodeInfo.create = function(properties) {
                return new NodeInfo(properties);
            };

            NodeInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(8).uint32(message.index);
                if (message.pgmId != null && $Object.hasOwnProperty.call(message, "pgmId") && message.pgmId !== 0)
                    writer.uint32(16).int32(message.pgmId);
                if (message.ratedLineVoltageV != null && $Object.hasOwnProperty.call(message, "ratedLineVoltageV") && !$Object.is(message.ratedLineVoltageV, 0))
                    writer.uint32(25).double(message.ratedLineVoltageV);
                if (message.feeder != null && $Object.hasOwnProperty.call(message, "feeder") && message.feeder !== "")
                    writer.uint32(34).string(message.feeder);
                if (message.distanceM != null && $Object.hasOwnProperty.call(message, "distanceM") && !$Object.is(message.distanceM, 0))
                    writer.uint32(41).double(message.distanceM);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            NodeInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.NodeInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.pgmId = value;
                            else
                                delete message.pgmId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ratedLineVoltageV = value;
                            else
                                delete message.ratedLineVoltageV;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.feeder = value;
                            else
                                delete message.feeder;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.distanceM = value;
                            else
                                delete message.distanceM;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            NodeInfo.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.NodeInfo";
            };

            return NodeInfo;
        })();

        v1.BranchInfo = (function() {

            const BranchInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BranchInfo.prototype.index = 0;
            BranchInfo.prototype.pgmId = 0;
            BranchInfo.prototype.kind = "";
            BranchInfo.prototype.fromNodeIndex = 0;
            BranchInfo.prototype.toNodeIndex = 0;
            BranchInfo.prototype.ratedCurrentA = 0;
            BranchInfo.prototype.ratedPowerVa = 0;

            BranchInfo.create = function(properties) {
                return new BranchInfo(properties);
            };

            BranchInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(8).uint32(message.index);
                if (message.pgmId != null && $Object.hasOwnProperty.call(message, "pgmId") && message.pgmId !== 0)
                    writer.uint32(16).int32(message.pgmId);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(26).string(message.kind);
                if (message.fromNodeIndex != null && $Object.hasOwnProperty.call(message, "fromNodeIndex") && message.fromNodeIndex !== 0)
                    writer.uint32(32).uint32(message.fromNodeIndex);
                if (message.toNodeIndex != null && $Object.hasOwnProperty.call(message, "toNodeIndex") && message.toNodeIndex !== 0)
                    writer.uint32(40).uint32(message.toNodeIndex);
                if (message.ratedCurrentA != null && $Object.hasOwnProperty.call(message, "ratedCurrentA") && !$Object.is(message.ratedCurrentA, 0))
                    writer.uint32(49).double(message.ratedCurrentA);
                if (message.ratedPowerVa != null && $Object.hasOwnProperty.call(message, "ratedPowerVa") && !$Object.is(message.ratedPowerVa, 0))
                    writer.uint32(57).double(message.ratedPowerVa);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BranchInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.BranchInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.pgmId = value;
                            else
                                delete message.pgmId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.fromNodeIndex = value;
                            else
                                delete message.fromNodeIndex;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.toNodeIndex = value;
                            else
                                delete message.toNodeIndex;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ratedCurrentA = value;
                            else
                                delete message.ratedCurrentA;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ratedPowerVa = value;
                            else
                                delete message.ratedPowerVa;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BranchInfo.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.BranchInfo";
            };

            return BranchInfo;
        })();

        v1.SessionState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SESSION_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SESSION_STATE_EMPTY"] = 1;
            values[valuesById[2] = "SESSION_STATE_LOADED"] = 2;
            values[valuesById[3] = "SESSION_STATE_RUNNING"] = 3;
            values[valuesById[4] = "SESSION_STATE_PAUSED"] = 4;
            values[valuesById[5] = "SESSION_STATE_FINISHED"] = 5;
            values[valuesById[6] = "SESSION_STATE_STOPPED"] = 6;
            values[valuesById[7] = "SESSION_STATE_FAILED"] = 7;
            return values;
        })();

        v1.GetStatusRequest = (function() {

            const GetStatusRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetStatusRequest.create = function(properties) {
                return new GetStatusRequest(properties);
            };

            GetStatusRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetStatusRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetStatusRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetStatusRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetStatusRequest";
            };

            return GetStatusRequest;
        })();

        v1.GetStatusResponse = (function() {

            const GetStatusResponse = function (properties) {
                this.latenessCounts = [];
                this.latenessBoundsUs = [];
                this.watchers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetStatusResponse.prototype.state = 0;
            GetStatusResponse.prototype.sessionId = "";
            GetStatusResponse.prototype.tick = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetStatusResponse.prototype.ticksTotal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetStatusResponse.prototype.simulatedUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            GetStatusResponse.prototype.speed = 0;
            GetStatusResponse.prototype.lateTicks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetStatusResponse.prototype.latenessCounts = $util.emptyArray;
            GetStatusResponse.prototype.latenessBoundsUs = $util.emptyArray;
            GetStatusResponse.prototype.latenessP50Us = 0;
            GetStatusResponse.prototype.latenessP99Us = 0;
            GetStatusResponse.prototype.latenessMaxUs = 0;
            GetStatusResponse.prototype.overrun = false;
            GetStatusResponse.prototype.decisionsMissed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            GetStatusResponse.prototype.frameHash = "";
            GetStatusResponse.prototype.failure = "";
            GetStatusResponse.prototype.watchers = $util.emptyArray;
            GetStatusResponse.prototype.tickCostMeanUs = 0;

            GetStatusResponse.create = function(properties) {
                return new GetStatusResponse(properties);
            };

            GetStatusResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(8).int32(message.state);
                if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId !== "")
                    writer.uint32(18).string(message.sessionId);
                if (message.tick != null && $Object.hasOwnProperty.call(message, "tick") && (typeof message.tick === "object" ? message.tick.low || message.tick.high : message.tick !== 0))
                    writer.uint32(24).uint64(message.tick);
                if (message.ticksTotal != null && $Object.hasOwnProperty.call(message, "ticksTotal") && (typeof message.ticksTotal === "object" ? message.ticksTotal.low || message.ticksTotal.high : message.ticksTotal !== 0))
                    writer.uint32(32).uint64(message.ticksTotal);
                if (message.simulatedUs != null && $Object.hasOwnProperty.call(message, "simulatedUs") && (typeof message.simulatedUs === "object" ? message.simulatedUs.low || message.simulatedUs.high : message.simulatedUs !== 0))
                    writer.uint32(40).int64(message.simulatedUs);
                if (message.speed != null && $Object.hasOwnProperty.call(message, "speed") && !$Object.is(message.speed, 0))
                    writer.uint32(49).double(message.speed);
                if (message.lateTicks != null && $Object.hasOwnProperty.call(message, "lateTicks") && (typeof message.lateTicks === "object" ? message.lateTicks.low || message.lateTicks.high : message.lateTicks !== 0))
                    writer.uint32(56).uint64(message.lateTicks);
                if (message.latenessCounts != null && message.latenessCounts.length)
                    writer.uint32(66).uint64s(message.latenessCounts);
                if (message.latenessBoundsUs != null && message.latenessBoundsUs.length)
                    writer.uint32(74).doubles(message.latenessBoundsUs);
                if (message.latenessP50Us != null && $Object.hasOwnProperty.call(message, "latenessP50Us") && !$Object.is(message.latenessP50Us, 0))
                    writer.uint32(81).double(message.latenessP50Us);
                if (message.latenessP99Us != null && $Object.hasOwnProperty.call(message, "latenessP99Us") && !$Object.is(message.latenessP99Us, 0))
                    writer.uint32(89).double(message.latenessP99Us);
                if (message.latenessMaxUs != null && $Object.hasOwnProperty.call(message, "latenessMaxUs") && !$Object.is(message.latenessMaxUs, 0))
                    writer.uint32(97).double(message.latenessMaxUs);
                if (message.overrun != null && $Object.hasOwnProperty.call(message, "overrun") && message.overrun !== false)
                    writer.uint32(104).bool(message.overrun);
                if (message.decisionsMissed != null && $Object.hasOwnProperty.call(message, "decisionsMissed") && (typeof message.decisionsMissed === "object" ? message.decisionsMissed.low || message.decisionsMissed.high : message.decisionsMissed !== 0))
                    writer.uint32(112).uint64(message.decisionsMissed);
                if (message.frameHash != null && $Object.hasOwnProperty.call(message, "frameHash") && message.frameHash !== "")
                    writer.uint32(122).string(message.frameHash);
                if (message.failure != null && $Object.hasOwnProperty.call(message, "failure") && message.failure !== "")
                    writer.uint32(130).string(message.failure);
                if (message.watchers != null && message.watchers.length)
                    for (let i = 0; i < message.watchers.length; ++i)
                        $root.wijk.v1.WatcherStatus.encode(message.watchers[i], writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.tickCostMeanUs != null && $Object.hasOwnProperty.call(message, "tickCostMeanUs") && !$Object.is(message.tickCostMeanUs, 0))
                    writer.uint32(145).double(message.tickCostMeanUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetStatusResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GetStatusResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sessionId = value;
                            else
                                delete message.sessionId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tick = value;
                            else
                                delete message.tick;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.ticksTotal = value;
                            else
                                delete message.ticksTotal;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.simulatedUs = value;
                            else
                                delete message.simulatedUs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.speed = value;
                            else
                                delete message.speed;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.lateTicks = value;
                            else
                                delete message.lateTicks;
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.latenessCounts && message.latenessCounts.length))
                                    message.latenessCounts = [];
                                reader.uint64s(message.latenessCounts);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.latenessCounts && message.latenessCounts.length))
                                message.latenessCounts = [];
                            message.latenessCounts.push(reader.uint64());
                            continue;
                        }
                    case 9: {
                            if (wireType === 2) {
                                if (!(message.latenessBoundsUs && message.latenessBoundsUs.length))
                                    message.latenessBoundsUs = [];
                                reader.doubles(message.latenessBoundsUs);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.latenessBoundsUs && message.latenessBoundsUs.length))
                                message.latenessBoundsUs = [];
                            message.latenessBoundsUs.push(reader.double());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.latenessP50Us = value;
                            else
                                delete message.latenessP50Us;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.latenessP99Us = value;
                            else
                                delete message.latenessP99Us;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.latenessMaxUs = value;
                            else
                                delete message.latenessMaxUs;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.overrun = value;
                            else
                                delete message.overrun;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.decisionsMissed = value;
                            else
                                delete message.decisionsMissed;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.frameHash = value;
                            else
                                delete message.frameHash;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.failure = value;
                            else
                                delete message.failure;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if (!(message.watchers && message.watchers.length))
                                message.watchers = [];
                            message.watchers.push($root.wijk.v1.WatcherStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 18: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.tickCostMeanUs = value;
                            else
                                delete message.tickCostMeanUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetStatusResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GetStatusResponse";
            };

            return GetStatusResponse;
        })();

        v1.WatcherStatus = (function() {

            const WatcherStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatcherStatus.prototype.name = "";
            WatcherStatus.prototype.framesSent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            WatcherStatus.prototype.framesDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            WatcherStatus.create = function(properties) {
                return new WatcherStatus(properties);
            };

            WatcherStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.framesSent != null && $Object.hasOwnProperty.call(message, "framesSent") && (typeof message.framesSent === "object" ? message.framesSent.low || message.framesSent.high : message.framesSent !== 0))
                    writer.uint32(16).uint64(message.framesSent);
                if (message.framesDropped != null && $Object.hasOwnProperty.call(message, "framesDropped") && (typeof message.framesDropped === "object" ? message.framesDropped.low || message.framesDropped.high : message.framesDropped !== 0))
                    writer.uint32(24).uint64(message.framesDropped);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WatcherStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.WatcherStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.framesSent = value;
                            else
                                delete message.framesSent;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.framesDropped = value;
                            else
                                delete message.framesDropped;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WatcherStatus.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.WatcherStatus";
            };

            return WatcherStatus;
        })();

        v1.StartRequest = (function() {

            const StartRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StartRequest.prototype.actor = null;

            StartRequest.create = function(properties) {
                return new StartRequest(properties);
            };

            StartRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StartRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.StartRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StartRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.StartRequest";
            };

            return StartRequest;
        })();

        v1.StartResponse = (function() {

            const StartResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StartResponse.create = function(properties) {
                return new StartResponse(properties);
            };

            StartResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StartResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.StartResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StartResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.StartResponse";
            };

            return StartResponse;
        })();

        v1.PauseRequest = (function() {

            const PauseRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PauseRequest.prototype.actor = null;

            PauseRequest.create = function(properties) {
                return new PauseRequest(properties);
            };

            PauseRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PauseRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.PauseRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PauseRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.PauseRequest";
            };

            return PauseRequest;
        })();

        v1.PauseResponse = (function() {

            const PauseResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PauseResponse.create = function(properties) {
                return new PauseResponse(properties);
            };

            PauseResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PauseResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.PauseResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PauseResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.PauseResponse";
            };

            return PauseResponse;
        })();

        v1.SetSpeedRequest = (function() {

            const SetSpeedRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SetSpeedRequest.prototype.actor = null;
            SetSpeedRequest.prototype.speed = 0;

            SetSpeedRequest.create = function(properties) {
                return new SetSpeedRequest(properties);
            };

            SetSpeedRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.speed != null && $Object.hasOwnProperty.call(message, "speed") && !$Object.is(message.speed, 0))
                    writer.uint32(17).double(message.speed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SetSpeedRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SetSpeedRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.speed = value;
                            else
                                delete message.speed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SetSpeedRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SetSpeedRequest";
            };

            return SetSpeedRequest;
        })();

        v1.SetSpeedResponse = (function() {

            const SetSpeedResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SetSpeedResponse.create = function(properties) {
                return new SetSpeedResponse(properties);
            };

            SetSpeedResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SetSpeedResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SetSpeedResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SetSpeedResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SetSpeedResponse";
            };

            return SetSpeedResponse;
        })();

        v1.StopRequest = (function() {

            const StopRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StopRequest.prototype.actor = null;

            StopRequest.create = function(properties) {
                return new StopRequest(properties);
            };

            StopRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StopRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.StopRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StopRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.StopRequest";
            };

            return StopRequest;
        })();

        v1.StopResponse = (function() {

            const StopResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StopResponse.prototype.frameHash = "";
            StopResponse.prototype.ticks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StopResponse.prototype.recordDirectory = "";

            StopResponse.create = function(properties) {
                return new StopResponse(properties);
            };

            StopResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.frameHash != null && $Object.hasOwnProperty.call(message, "frameHash") && message.frameHash !== "")
                    writer.uint32(10).string(message.frameHash);
                if (message.ticks != null && $Object.hasOwnProperty.call(message, "ticks") && (typeof message.ticks === "object" ? message.ticks.low || message.ticks.high : message.ticks !== 0))
                    writer.uint32(16).uint64(message.ticks);
                if (message.recordDirectory != null && $Object.hasOwnProperty.call(message, "recordDirectory") && message.recordDirectory !== "")
                    writer.uint32(26).string(message.recordDirectory);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StopResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.StopResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.frameHash = value;
                            else
                                delete message.frameHash;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.ticks = value;
                            else
                                delete message.ticks;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.recordDirectory = value;
                            else
                                delete message.recordDirectory;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StopResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.StopResponse";
            };

            return StopResponse;
        })();

        v1.InjectRequest = (function() {

            const InjectRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            InjectRequest.prototype.actor = null;
            InjectRequest.prototype.groupLimit = null;
            InjectRequest.prototype.setpoint = null;
            InjectRequest.prototype.loadStep = null;
            InjectRequest.prototype.emergencyStop = null;
            InjectRequest.prototype.atUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            let $oneOfFields;

            $Object.defineProperty(InjectRequest.prototype, "event", {
                get: $util.oneOfGetter($oneOfFields = ["groupLimit", "setpoint", "loadStep", "emergencyStop"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            InjectRequest.create = function(properties) {
                return new InjectRequest(properties);
            };

            InjectRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.wijk.v1.Actor.encode(message.actor, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.groupLimit != null && $Object.hasOwnProperty.call(message, "groupLimit"))
                    $root.wijk.v1.GroupLimitEvent.encode(message.groupLimit, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.setpoint != null && $Object.hasOwnProperty.call(message, "setpoint"))
                    $root.wijk.v1.SetpointEvent.encode(message.setpoint, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.loadStep != null && $Object.hasOwnProperty.call(message, "loadStep"))
                    $root.wijk.v1.LoadStepEvent.encode(message.loadStep, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.emergencyStop != null && $Object.hasOwnProperty.call(message, "emergencyStop"))
                    $root.wijk.v1.EmergencyStopEvent.encode(message.emergencyStop, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.atUs != null && $Object.hasOwnProperty.call(message, "atUs") && (typeof message.atUs === "object" ? message.atUs.low || message.atUs.high : message.atUs !== 0))
                    writer.uint32(48).int64(message.atUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            InjectRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.InjectRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.wijk.v1.Actor.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.groupLimit = $root.wijk.v1.GroupLimitEvent.decode(reader, reader.size(), $undefined, _depth + 1, message.groupLimit);
                            message.event = "groupLimit";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.setpoint = $root.wijk.v1.SetpointEvent.decode(reader, reader.size(), $undefined, _depth + 1, message.setpoint);
                            message.event = "setpoint";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.loadStep = $root.wijk.v1.LoadStepEvent.decode(reader, reader.size(), $undefined, _depth + 1, message.loadStep);
                            message.event = "loadStep";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.emergencyStop = $root.wijk.v1.EmergencyStopEvent.decode(reader, reader.size(), $undefined, _depth + 1, message.emergencyStop);
                            message.event = "emergencyStop";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.atUs = value;
                            else
                                delete message.atUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            InjectRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.InjectRequest";
            };

            return InjectRequest;
        })();

        v1.GroupLimitEvent = (function() {

            const GroupLimitEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GroupLimitEvent.prototype.fromUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            GroupLimitEvent.prototype.untilUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            GroupLimitEvent.prototype.limitW = 0;

            GroupLimitEvent.create = function(properties) {
                return new GroupLimitEvent(properties);
            };

            GroupLimitEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fromUs != null && $Object.hasOwnProperty.call(message, "fromUs") && (typeof message.fromUs === "object" ? message.fromUs.low || message.fromUs.high : message.fromUs !== 0))
                    writer.uint32(8).int64(message.fromUs);
                if (message.untilUs != null && $Object.hasOwnProperty.call(message, "untilUs") && (typeof message.untilUs === "object" ? message.untilUs.low || message.untilUs.high : message.untilUs !== 0))
                    writer.uint32(16).int64(message.untilUs);
                if (message.limitW != null && $Object.hasOwnProperty.call(message, "limitW") && !$Object.is(message.limitW, 0))
                    writer.uint32(25).double(message.limitW);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GroupLimitEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.GroupLimitEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.fromUs = value;
                            else
                                delete message.fromUs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.untilUs = value;
                            else
                                delete message.untilUs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.limitW = value;
                            else
                                delete message.limitW;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GroupLimitEvent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.GroupLimitEvent";
            };

            return GroupLimitEvent;
        })();

        v1.SetpointEvent = (function() {

            const SetpointEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SetpointEvent.prototype.slotId = "";
            SetpointEvent.prototype.activePowerW = 0;
            SetpointEvent.prototype.release = false;
            SetpointEvent.prototype.minimumW = null;
            SetpointEvent.prototype.maximumW = null;
            SetpointEvent.prototype.durationS = 0;
            SetpointEvent.prototype.sgReady = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetpointEvent.prototype, "_minimumW", {
                get: $util.oneOfGetter($oneOfFields = ["minimumW"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetpointEvent.prototype, "_maximumW", {
                get: $util.oneOfGetter($oneOfFields = ["maximumW"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SetpointEvent.create = function(properties) {
                return new SetpointEvent(properties);
            };

            SetpointEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.activePowerW != null && $Object.hasOwnProperty.call(message, "activePowerW") && !$Object.is(message.activePowerW, 0))
                    writer.uint32(17).double(message.activePowerW);
                if (message.release != null && $Object.hasOwnProperty.call(message, "release") && message.release !== false)
                    writer.uint32(24).bool(message.release);
                if (message.minimumW != null && $Object.hasOwnProperty.call(message, "minimumW"))
                    writer.uint32(33).double(message.minimumW);
                if (message.maximumW != null && $Object.hasOwnProperty.call(message, "maximumW"))
                    writer.uint32(41).double(message.maximumW);
                if (message.durationS != null && $Object.hasOwnProperty.call(message, "durationS") && !$Object.is(message.durationS, 0))
                    writer.uint32(49).double(message.durationS);
                if (message.sgReady != null && $Object.hasOwnProperty.call(message, "sgReady") && message.sgReady !== 0)
                    writer.uint32(56).int32(message.sgReady);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SetpointEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.SetpointEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.activePowerW = value;
                            else
                                delete message.activePowerW;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.release = value;
                            else
                                delete message.release;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            message.minimumW = reader.double();
                            message._minimumW = "minimumW";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.maximumW = reader.double();
                            message._maximumW = "maximumW";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationS = value;
                            else
                                delete message.durationS;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.sgReady = value;
                            else
                                delete message.sgReady;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SetpointEvent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.SetpointEvent";
            };

            return SetpointEvent;
        })();

        v1.LoadStepEvent = (function() {

            const LoadStepEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LoadStepEvent.prototype.slotId = "";
            LoadStepEvent.prototype.activePowerW = 0;
            LoadStepEvent.prototype.durationS = 0;

            LoadStepEvent.create = function(properties) {
                return new LoadStepEvent(properties);
            };

            LoadStepEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slotId != null && $Object.hasOwnProperty.call(message, "slotId") && message.slotId !== "")
                    writer.uint32(10).string(message.slotId);
                if (message.activePowerW != null && $Object.hasOwnProperty.call(message, "activePowerW") && !$Object.is(message.activePowerW, 0))
                    writer.uint32(17).double(message.activePowerW);
                if (message.durationS != null && $Object.hasOwnProperty.call(message, "durationS") && !$Object.is(message.durationS, 0))
                    writer.uint32(25).double(message.durationS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LoadStepEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.LoadStepEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.slotId = value;
                            else
                                delete message.slotId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.activePowerW = value;
                            else
                                delete message.activePowerW;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationS = value;
                            else
                                delete message.durationS;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LoadStepEvent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.LoadStepEvent";
            };

            return LoadStepEvent;
        })();

        v1.EmergencyStopEvent = (function() {

            const EmergencyStopEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            EmergencyStopEvent.prototype.active = false;

            EmergencyStopEvent.create = function(properties) {
                return new EmergencyStopEvent(properties);
            };

            EmergencyStopEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.active != null && $Object.hasOwnProperty.call(message, "active") && message.active !== false)
                    writer.uint32(8).bool(message.active);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            EmergencyStopEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.EmergencyStopEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.active = value;
                            else
                                delete message.active;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            EmergencyStopEvent.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.EmergencyStopEvent";
            };

            return EmergencyStopEvent;
        })();

        v1.InjectResponse = (function() {

            const InjectResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            InjectResponse.prototype.tick = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            InjectResponse.create = function(properties) {
                return new InjectResponse(properties);
            };

            InjectResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tick != null && $Object.hasOwnProperty.call(message, "tick") && (typeof message.tick === "object" ? message.tick.low || message.tick.high : message.tick !== 0))
                    writer.uint32(8).uint64(message.tick);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            InjectResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.InjectResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tick = value;
                            else
                                delete message.tick;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            InjectResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.InjectResponse";
            };

            return InjectResponse;
        })();

        v1.WatchRequest = (function() {

            const WatchRequest = function (properties) {
                this.columns = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchRequest.prototype.columns = $util.emptyArray;
            WatchRequest.prototype.everyTicks = 0;
            WatchRequest.prototype.watcherName = "";

            WatchRequest.create = function(properties) {
                return new WatchRequest(properties);
            };

            WatchRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.columns != null && message.columns.length)
                    for (let i = 0; i < message.columns.length; ++i)
                        writer.uint32(10).string(message.columns[i]);
                if (message.everyTicks != null && $Object.hasOwnProperty.call(message, "everyTicks") && message.everyTicks !== 0)
                    writer.uint32(16).uint32(message.everyTicks);
                if (message.watcherName != null && $Object.hasOwnProperty.call(message, "watcherName") && message.watcherName !== "")
                    writer.uint32(26).string(message.watcherName);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WatchRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.WatchRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.columns && message.columns.length))
                                message.columns = [];
                            message.columns.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.everyTicks = value;
                            else
                                delete message.everyTicks;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.watcherName = value;
                            else
                                delete message.watcherName;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WatchRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.WatchRequest";
            };

            return WatchRequest;
        })();

        v1.WatchResponse = (function() {

            const WatchResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchResponse.prototype.frame = null;
            WatchResponse.prototype.dropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            WatchResponse.create = function(properties) {
                return new WatchResponse(properties);
            };

            WatchResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.frame != null && $Object.hasOwnProperty.call(message, "frame"))
                    $root.wijk.v1.Frame.encode(message.frame, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && (typeof message.dropped === "object" ? message.dropped.low || message.dropped.high : message.dropped !== 0))
                    writer.uint32(16).uint64(message.dropped);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            WatchResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.WatchResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.frame = $root.wijk.v1.Frame.decode(reader, reader.size(), $undefined, _depth + 1, message.frame);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.dropped = value;
                            else
                                delete message.dropped;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WatchResponse.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.WatchResponse";
            };

            return WatchResponse;
        })();

        v1.Frame = (function() {

            const Frame = function (properties) {
                this.slotActivePowerW = [];
                this.slotModelledPowerW = [];
                this.slotMeasuredPowerW = [];
                this.slotSetpointW = [];
                this.slotSetpointFrom = [];
                this.slotSource = [];
                this.slotAgeS = [];
                this.slotStateOfChargeRatio = [];
                this.slotTemperatureC = [];
                this.slotAvailableMaxW = [];
                this.slotAvailableMinW = [];
                this.slotComfortDeficitKh = [];
                this.slotSequence = [];
                this.slotSupplyTemperatureC = [];
                this.slotEnergyDeficitWh = [];
                this.slotEnergyThroughputWh = [];
                this.slotWantedEnergyWh = [];
                this.slotUrgencyRatio = [];
                this.slotMinimumRunW = [];
                this.slotColdShowers = [];
                this.slotSgReady = [];
                this.connectionActivePowerW = [];
                this.connectionPhaseActivePowerW = [];
                this.connectionPhaseReactivePowerVar = [];
                this.voltageV = [];
                this.branchLoadingRatio = [];
                this.branchCurrentA = [];
                this.lastTenMinuteVoltageV = [];
                this.lastTenMinuteLoadingRatio = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Frame.prototype.tick = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Frame.prototype.timeUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Frame.prototype.groupActivePowerW = 0;
            Frame.prototype.groupLimitW = 0;
            Frame.prototype.quarterMeanActivePowerW = 0;
            Frame.prototype.quarterElapsedS = 0;
            Frame.prototype.gridLossesW = 0;
            Frame.prototype.sourceActivePowerW = 0;
            Frame.prototype.outdoorTemperatureC = 0;
            Frame.prototype.globalIrradianceWPerM2 = 0;
            Frame.prototype.solverIterations = 0;
            Frame.prototype.solverMismatchPu = 0;
            Frame.prototype.substitutedShareRatio = 0;
            Frame.prototype.transformerLoadingRatio = 0;
            Frame.prototype.emergencyStop = 0;
            Frame.prototype.decisionsMissed = 0;
            Frame.prototype.inflexibleActivePowerW = 0;
            Frame.prototype.gridStatus = 0;
            Frame.prototype.slotActivePowerW = $util.emptyArray;
            Frame.prototype.slotModelledPowerW = $util.emptyArray;
            Frame.prototype.slotMeasuredPowerW = $util.emptyArray;
            Frame.prototype.slotSetpointW = $util.emptyArray;
            Frame.prototype.slotSetpointFrom = $util.emptyArray;
            Frame.prototype.slotSource = $util.emptyArray;
            Frame.prototype.slotAgeS = $util.emptyArray;
            Frame.prototype.slotStateOfChargeRatio = $util.emptyArray;
            Frame.prototype.slotTemperatureC = $util.emptyArray;
            Frame.prototype.slotAvailableMaxW = $util.emptyArray;
            Frame.prototype.slotAvailableMinW = $util.emptyArray;
            Frame.prototype.slotComfortDeficitKh = $util.emptyArray;
            Frame.prototype.slotSequence = $util.emptyArray;
            Frame.prototype.slotSupplyTemperatureC = $util.emptyArray;
            Frame.prototype.slotEnergyDeficitWh = $util.emptyArray;
            Frame.prototype.slotEnergyThroughputWh = $util.emptyArray;
            Frame.prototype.slotWantedEnergyWh = $util.emptyArray;
            Frame.prototype.slotUrgencyRatio = $util.emptyArray;
            Frame.prototype.slotMinimumRunW = $util.emptyArray;
            Frame.prototype.slotColdShowers = $util.emptyArray;
            Frame.prototype.slotSgReady = $util.emptyArray;
            Frame.prototype.connectionActivePowerW = $util.emptyArray;
            Frame.prototype.connectionPhaseActivePowerW = $util.emptyArray;
            Frame.prototype.connectionPhaseReactivePowerVar = $util.emptyArray;
            Frame.prototype.voltageV = $util.emptyArray;
            Frame.prototype.branchLoadingRatio = $util.emptyArray;
            Frame.prototype.branchCurrentA = $util.emptyArray;
            Frame.prototype.lastQuarterIndex = 0;
            Frame.prototype.lastQuarterMeanActivePowerW = 0;
            Frame.prototype.lastQuarterLimitW = 0;
            Frame.prototype.lastQuarterComplete = 0;
            Frame.prototype.lastQuarterSubstitutedRatio = 0;
            Frame.prototype.lastTenMinuteIndex = 0;
            Frame.prototype.lastTenMinuteComplete = 0;
            Frame.prototype.lastTenMinuteVoltageV = $util.emptyArray;
            Frame.prototype.lastTenMinuteLoadingRatio = $util.emptyArray;

            Frame.create = function(properties) {
                return new Frame(properties);
            };

            Frame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tick != null && $Object.hasOwnProperty.call(message, "tick") && (typeof message.tick === "object" ? message.tick.low || message.tick.high : message.tick !== 0))
                    writer.uint32(8).uint64(message.tick);
                if (message.timeUs != null && $Object.hasOwnProperty.call(message, "timeUs") && (typeof message.timeUs === "object" ? message.timeUs.low || message.timeUs.high : message.timeUs !== 0))
                    writer.uint32(16).int64(message.timeUs);
                if (message.groupActivePowerW != null && $Object.hasOwnProperty.call(message, "groupActivePowerW") && !$Object.is(message.groupActivePowerW, 0))
                    writer.uint32(81).double(message.groupActivePowerW);
                if (message.groupLimitW != null && $Object.hasOwnProperty.call(message, "groupLimitW") && !$Object.is(message.groupLimitW, 0))
                    writer.uint32(89).double(message.groupLimitW);
                if (message.quarterMeanActivePowerW != null && $Object.hasOwnProperty.call(message, "quarterMeanActivePowerW") && !$Object.is(message.quarterMeanActivePowerW, 0))
                    writer.uint32(97).double(message.quarterMeanActivePowerW);
                if (message.quarterElapsedS != null && $Object.hasOwnProperty.call(message, "quarterElapsedS") && !$Object.is(message.quarterElapsedS, 0))
                    writer.uint32(105).double(message.quarterElapsedS);
                if (message.gridLossesW != null && $Object.hasOwnProperty.call(message, "gridLossesW") && !$Object.is(message.gridLossesW, 0))
                    writer.uint32(113).double(message.gridLossesW);
                if (message.sourceActivePowerW != null && $Object.hasOwnProperty.call(message, "sourceActivePowerW") && !$Object.is(message.sourceActivePowerW, 0))
                    writer.uint32(121).double(message.sourceActivePowerW);
                if (message.outdoorTemperatureC != null && $Object.hasOwnProperty.call(message, "outdoorTemperatureC") && !$Object.is(message.outdoorTemperatureC, 0))
                    writer.uint32(129).double(message.outdoorTemperatureC);
                if (message.globalIrradianceWPerM2 != null && $Object.hasOwnProperty.call(message, "globalIrradianceWPerM2") && !$Object.is(message.globalIrradianceWPerM2, 0))
                    writer.uint32(137).double(message.globalIrradianceWPerM2);
                if (message.solverIterations != null && $Object.hasOwnProperty.call(message, "solverIterations") && !$Object.is(message.solverIterations, 0))
                    writer.uint32(145).double(message.solverIterations);
                if (message.solverMismatchPu != null && $Object.hasOwnProperty.call(message, "solverMismatchPu") && !$Object.is(message.solverMismatchPu, 0))
                    writer.uint32(153).double(message.solverMismatchPu);
                if (message.substitutedShareRatio != null && $Object.hasOwnProperty.call(message, "substitutedShareRatio") && !$Object.is(message.substitutedShareRatio, 0))
                    writer.uint32(161).double(message.substitutedShareRatio);
                if (message.transformerLoadingRatio != null && $Object.hasOwnProperty.call(message, "transformerLoadingRatio") && !$Object.is(message.transformerLoadingRatio, 0))
                    writer.uint32(169).double(message.transformerLoadingRatio);
                if (message.emergencyStop != null && $Object.hasOwnProperty.call(message, "emergencyStop") && !$Object.is(message.emergencyStop, 0))
                    writer.uint32(177).double(message.emergencyStop);
                if (message.decisionsMissed != null && $Object.hasOwnProperty.call(message, "decisionsMissed") && !$Object.is(message.decisionsMissed, 0))
                    writer.uint32(185).double(message.decisionsMissed);
                if (message.inflexibleActivePowerW != null && $Object.hasOwnProperty.call(message, "inflexibleActivePowerW") && !$Object.is(message.inflexibleActivePowerW, 0))
                    writer.uint32(193).double(message.inflexibleActivePowerW);
                if (message.gridStatus != null && $Object.hasOwnProperty.call(message, "gridStatus") && !$Object.is(message.gridStatus, 0))
                    writer.uint32(201).double(message.gridStatus);
                if (message.slotActivePowerW != null && message.slotActivePowerW.length)
                    writer.uint32(322).doubles(message.slotActivePowerW);
                if (message.slotModelledPowerW != null && message.slotModelledPowerW.length)
                    writer.uint32(330).doubles(message.slotModelledPowerW);
                if (message.slotMeasuredPowerW != null && message.slotMeasuredPowerW.length)
                    writer.uint32(338).doubles(message.slotMeasuredPowerW);
                if (message.slotSetpointW != null && message.slotSetpointW.length)
                    writer.uint32(346).doubles(message.slotSetpointW);
                if (message.slotSetpointFrom != null && message.slotSetpointFrom.length)
                    writer.uint32(354).doubles(message.slotSetpointFrom);
                if (message.slotSource != null && message.slotSource.length)
                    writer.uint32(362).doubles(message.slotSource);
                if (message.slotAgeS != null && message.slotAgeS.length)
                    writer.uint32(370).doubles(message.slotAgeS);
                if (message.slotStateOfChargeRatio != null && message.slotStateOfChargeRatio.length)
                    writer.uint32(378).doubles(message.slotStateOfChargeRatio);
                if (message.slotTemperatureC != null && message.slotTemperatureC.length)
                    writer.uint32(386).doubles(message.slotTemperatureC);
                if (message.slotAvailableMaxW != null && message.slotAvailableMaxW.length)
                    writer.uint32(394).doubles(message.slotAvailableMaxW);
                if (message.slotAvailableMinW != null && message.slotAvailableMinW.length)
                    writer.uint32(402).doubles(message.slotAvailableMinW);
                if (message.slotComfortDeficitKh != null && message.slotComfortDeficitKh.length)
                    writer.uint32(410).doubles(message.slotComfortDeficitKh);
                if (message.slotSequence != null && message.slotSequence.length)
                    writer.uint32(418).doubles(message.slotSequence);
                if (message.slotSupplyTemperatureC != null && message.slotSupplyTemperatureC.length)
                    writer.uint32(426).doubles(message.slotSupplyTemperatureC);
                if (message.slotEnergyDeficitWh != null && message.slotEnergyDeficitWh.length)
                    writer.uint32(434).doubles(message.slotEnergyDeficitWh);
                if (message.slotEnergyThroughputWh != null && message.slotEnergyThroughputWh.length)
                    writer.uint32(442).doubles(message.slotEnergyThroughputWh);
                if (message.slotWantedEnergyWh != null && message.slotWantedEnergyWh.length)
                    writer.uint32(450).doubles(message.slotWantedEnergyWh);
                if (message.slotUrgencyRatio != null && message.slotUrgencyRatio.length)
                    writer.uint32(458).doubles(message.slotUrgencyRatio);
                if (message.slotMinimumRunW != null && message.slotMinimumRunW.length)
                    writer.uint32(466).doubles(message.slotMinimumRunW);
                if (message.slotColdShowers != null && message.slotColdShowers.length)
                    writer.uint32(474).doubles(message.slotColdShowers);
                if (message.slotSgReady != null && message.slotSgReady.length)
                    writer.uint32(482).doubles(message.slotSgReady);
                if (message.connectionActivePowerW != null && message.connectionActivePowerW.length)
                    writer.uint32(562).doubles(message.connectionActivePowerW);
                if (message.connectionPhaseActivePowerW != null && message.connectionPhaseActivePowerW.length)
                    writer.uint32(570).doubles(message.connectionPhaseActivePowerW);
                if (message.connectionPhaseReactivePowerVar != null && message.connectionPhaseReactivePowerVar.length)
                    writer.uint32(578).doubles(message.connectionPhaseReactivePowerVar);
                if (message.voltageV != null && message.voltageV.length)
                    writer.uint32(642).doubles(message.voltageV);
                if (message.branchLoadingRatio != null && message.branchLoadingRatio.length)
                    writer.uint32(650).doubles(message.branchLoadingRatio);
                if (message.branchCurrentA != null && message.branchCurrentA.length)
                    writer.uint32(658).doubles(message.branchCurrentA);
                if (message.lastQuarterIndex != null && $Object.hasOwnProperty.call(message, "lastQuarterIndex") && !$Object.is(message.lastQuarterIndex, 0))
                    writer.uint32(801).double(message.lastQuarterIndex);
                if (message.lastQuarterMeanActivePowerW != null && $Object.hasOwnProperty.call(message, "lastQuarterMeanActivePowerW") && !$Object.is(message.lastQuarterMeanActivePowerW, 0))
                    writer.uint32(809).double(message.lastQuarterMeanActivePowerW);
                if (message.lastQuarterLimitW != null && $Object.hasOwnProperty.call(message, "lastQuarterLimitW") && !$Object.is(message.lastQuarterLimitW, 0))
                    writer.uint32(817).double(message.lastQuarterLimitW);
                if (message.lastQuarterComplete != null && $Object.hasOwnProperty.call(message, "lastQuarterComplete") && !$Object.is(message.lastQuarterComplete, 0))
                    writer.uint32(825).double(message.lastQuarterComplete);
                if (message.lastQuarterSubstitutedRatio != null && $Object.hasOwnProperty.call(message, "lastQuarterSubstitutedRatio") && !$Object.is(message.lastQuarterSubstitutedRatio, 0))
                    writer.uint32(833).double(message.lastQuarterSubstitutedRatio);
                if (message.lastTenMinuteIndex != null && $Object.hasOwnProperty.call(message, "lastTenMinuteIndex") && !$Object.is(message.lastTenMinuteIndex, 0))
                    writer.uint32(841).double(message.lastTenMinuteIndex);
                if (message.lastTenMinuteComplete != null && $Object.hasOwnProperty.call(message, "lastTenMinuteComplete") && !$Object.is(message.lastTenMinuteComplete, 0))
                    writer.uint32(849).double(message.lastTenMinuteComplete);
                if (message.lastTenMinuteVoltageV != null && message.lastTenMinuteVoltageV.length)
                    writer.uint32(858).doubles(message.lastTenMinuteVoltageV);
                if (message.lastTenMinuteLoadingRatio != null && message.lastTenMinuteLoadingRatio.length)
                    writer.uint32(866).doubles(message.lastTenMinuteLoadingRatio);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Frame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.wijk.v1.Frame();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tick = value;
                            else
                                delete message.tick;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeUs = value;
                            else
                                delete message.timeUs;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.groupActivePowerW = value;
                            else
                                delete message.groupActivePowerW;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.groupLimitW = value;
                            else
                                delete message.groupLimitW;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.quarterMeanActivePowerW = value;
                            else
                                delete message.quarterMeanActivePowerW;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.quarterElapsedS = value;
                            else
                                delete message.quarterElapsedS;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.gridLossesW = value;
                            else
                                delete message.gridLossesW;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sourceActivePowerW = value;
                            else
                                delete message.sourceActivePowerW;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.outdoorTemperatureC = value;
                            else
                                delete message.outdoorTemperatureC;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.globalIrradianceWPerM2 = value;
                            else
                                delete message.globalIrradianceWPerM2;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.solverIterations = value;
                            else
                                delete message.solverIterations;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.solverMismatchPu = value;
                            else
                                delete message.solverMismatchPu;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.substitutedShareRatio = value;
                            else
                                delete message.substitutedShareRatio;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.transformerLoadingRatio = value;
                            else
                                delete message.transformerLoadingRatio;
                            continue;
                        }
                    case 22: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.emergencyStop = value;
                            else
                                delete message.emergencyStop;
                            continue;
                        }
                    case 23: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.decisionsMissed = value;
                            else
                                delete message.decisionsMissed;
                            continue;
                        }
                    case 24: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.inflexibleActivePowerW = value;
                            else
                                delete message.inflexibleActivePowerW;
                            continue;
                        }
                    case 25: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.gridStatus = value;
                            else
                                delete message.gridStatus;
                            continue;
                        }
                    case 40: {
                            if (wireType === 2) {
                                if (!(message.slotActivePowerW && message.slotActivePowerW.length))
                                    message.slotActivePowerW = [];
                                reader.doubles(message.slotActivePowerW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotActivePowerW && message.slotActivePowerW.length))
                                message.slotActivePowerW = [];
                            message.slotActivePowerW.push(reader.double());
                            continue;
                        }
                    case 41: {
                            if (wireType === 2) {
                                if (!(message.slotModelledPowerW && message.slotModelledPowerW.length))
                                    message.slotModelledPowerW = [];
                                reader.doubles(message.slotModelledPowerW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotModelledPowerW && message.slotModelledPowerW.length))
                                message.slotModelledPowerW = [];
                            message.slotModelledPowerW.push(reader.double());
                            continue;
                        }
                    case 42: {
                            if (wireType === 2) {
                                if (!(message.slotMeasuredPowerW && message.slotMeasuredPowerW.length))
                                    message.slotMeasuredPowerW = [];
                                reader.doubles(message.slotMeasuredPowerW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotMeasuredPowerW && message.slotMeasuredPowerW.length))
                                message.slotMeasuredPowerW = [];
                            message.slotMeasuredPowerW.push(reader.double());
                            continue;
                        }
                    case 43: {
                            if (wireType === 2) {
                                if (!(message.slotSetpointW && message.slotSetpointW.length))
                                    message.slotSetpointW = [];
                                reader.doubles(message.slotSetpointW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotSetpointW && message.slotSetpointW.length))
                                message.slotSetpointW = [];
                            message.slotSetpointW.push(reader.double());
                            continue;
                        }
                    case 44: {
                            if (wireType === 2) {
                                if (!(message.slotSetpointFrom && message.slotSetpointFrom.length))
                                    message.slotSetpointFrom = [];
                                reader.doubles(message.slotSetpointFrom);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotSetpointFrom && message.slotSetpointFrom.length))
                                message.slotSetpointFrom = [];
                            message.slotSetpointFrom.push(reader.double());
                            continue;
                        }
                    case 45: {
                            if (wireType === 2) {
                                if (!(message.slotSource && message.slotSource.length))
                                    message.slotSource = [];
                                reader.doubles(message.slotSource);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotSource && message.slotSource.length))
                                message.slotSource = [];
                            message.slotSource.push(reader.double());
                            continue;
                        }
                    case 46: {
                            if (wireType === 2) {
                                if (!(message.slotAgeS && message.slotAgeS.length))
                                    message.slotAgeS = [];
                                reader.doubles(message.slotAgeS);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotAgeS && message.slotAgeS.length))
                                message.slotAgeS = [];
                            message.slotAgeS.push(reader.double());
                            continue;
                        }
                    case 47: {
                            if (wireType === 2) {
                                if (!(message.slotStateOfChargeRatio && message.slotStateOfChargeRatio.length))
                                    message.slotStateOfChargeRatio = [];
                                reader.doubles(message.slotStateOfChargeRatio);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotStateOfChargeRatio && message.slotStateOfChargeRatio.length))
                                message.slotStateOfChargeRatio = [];
                            message.slotStateOfChargeRatio.push(reader.double());
                            continue;
                        }
                    case 48: {
                            if (wireType === 2) {
                                if (!(message.slotTemperatureC && message.slotTemperatureC.length))
                                    message.slotTemperatureC = [];
                                reader.doubles(message.slotTemperatureC);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotTemperatureC && message.slotTemperatureC.length))
                                message.slotTemperatureC = [];
                            message.slotTemperatureC.push(reader.double());
                            continue;
                        }
                    case 49: {
                            if (wireType === 2) {
                                if (!(message.slotAvailableMaxW && message.slotAvailableMaxW.length))
                                    message.slotAvailableMaxW = [];
                                reader.doubles(message.slotAvailableMaxW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotAvailableMaxW && message.slotAvailableMaxW.length))
                                message.slotAvailableMaxW = [];
                            message.slotAvailableMaxW.push(reader.double());
                            continue;
                        }
                    case 50: {
                            if (wireType === 2) {
                                if (!(message.slotAvailableMinW && message.slotAvailableMinW.length))
                                    message.slotAvailableMinW = [];
                                reader.doubles(message.slotAvailableMinW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotAvailableMinW && message.slotAvailableMinW.length))
                                message.slotAvailableMinW = [];
                            message.slotAvailableMinW.push(reader.double());
                            continue;
                        }
                    case 51: {
                            if (wireType === 2) {
                                if (!(message.slotComfortDeficitKh && message.slotComfortDeficitKh.length))
                                    message.slotComfortDeficitKh = [];
                                reader.doubles(message.slotComfortDeficitKh);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotComfortDeficitKh && message.slotComfortDeficitKh.length))
                                message.slotComfortDeficitKh = [];
                            message.slotComfortDeficitKh.push(reader.double());
                            continue;
                        }
                    case 52: {
                            if (wireType === 2) {
                                if (!(message.slotSequence && message.slotSequence.length))
                                    message.slotSequence = [];
                                reader.doubles(message.slotSequence);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotSequence && message.slotSequence.length))
                                message.slotSequence = [];
                            message.slotSequence.push(reader.double());
                            continue;
                        }
                    case 53: {
                            if (wireType === 2) {
                                if (!(message.slotSupplyTemperatureC && message.slotSupplyTemperatureC.length))
                                    message.slotSupplyTemperatureC = [];
                                reader.doubles(message.slotSupplyTemperatureC);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotSupplyTemperatureC && message.slotSupplyTemperatureC.length))
                                message.slotSupplyTemperatureC = [];
                            message.slotSupplyTemperatureC.push(reader.double());
                            continue;
                        }
                    case 54: {
                            if (wireType === 2) {
                                if (!(message.slotEnergyDeficitWh && message.slotEnergyDeficitWh.length))
                                    message.slotEnergyDeficitWh = [];
                                reader.doubles(message.slotEnergyDeficitWh);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotEnergyDeficitWh && message.slotEnergyDeficitWh.length))
                                message.slotEnergyDeficitWh = [];
                            message.slotEnergyDeficitWh.push(reader.double());
                            continue;
                        }
                    case 55: {
                            if (wireType === 2) {
                                if (!(message.slotEnergyThroughputWh && message.slotEnergyThroughputWh.length))
                                    message.slotEnergyThroughputWh = [];
                                reader.doubles(message.slotEnergyThroughputWh);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotEnergyThroughputWh && message.slotEnergyThroughputWh.length))
                                message.slotEnergyThroughputWh = [];
                            message.slotEnergyThroughputWh.push(reader.double());
                            continue;
                        }
                    case 56: {
                            if (wireType === 2) {
                                if (!(message.slotWantedEnergyWh && message.slotWantedEnergyWh.length))
                                    message.slotWantedEnergyWh = [];
                                reader.doubles(message.slotWantedEnergyWh);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotWantedEnergyWh && message.slotWantedEnergyWh.length))
                                message.slotWantedEnergyWh = [];
                            message.slotWantedEnergyWh.push(reader.double());
                            continue;
                        }
                    case 57: {
                            if (wireType === 2) {
                                if (!(message.slotUrgencyRatio && message.slotUrgencyRatio.length))
                                    message.slotUrgencyRatio = [];
                                reader.doubles(message.slotUrgencyRatio);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotUrgencyRatio && message.slotUrgencyRatio.length))
                                message.slotUrgencyRatio = [];
                            message.slotUrgencyRatio.push(reader.double());
                            continue;
                        }
                    case 58: {
                            if (wireType === 2) {
                                if (!(message.slotMinimumRunW && message.slotMinimumRunW.length))
                                    message.slotMinimumRunW = [];
                                reader.doubles(message.slotMinimumRunW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotMinimumRunW && message.slotMinimumRunW.length))
                                message.slotMinimumRunW = [];
                            message.slotMinimumRunW.push(reader.double());
                            continue;
                        }
                    case 59: {
                            if (wireType === 2) {
                                if (!(message.slotColdShowers && message.slotColdShowers.length))
                                    message.slotColdShowers = [];
                                reader.doubles(message.slotColdShowers);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotColdShowers && message.slotColdShowers.length))
                                message.slotColdShowers = [];
                            message.slotColdShowers.push(reader.double());
                            continue;
                        }
                    case 60: {
                            if (wireType === 2) {
                                if (!(message.slotSgReady && message.slotSgReady.length))
                                    message.slotSgReady = [];
                                reader.doubles(message.slotSgReady);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.slotSgReady && message.slotSgReady.length))
                                message.slotSgReady = [];
                            message.slotSgReady.push(reader.double());
                            continue;
                        }
                    case 70: {
                            if (wireType === 2) {
                                if (!(message.connectionActivePowerW && message.connectionActivePowerW.length))
                                    message.connectionActivePowerW = [];
                                reader.doubles(message.connectionActivePowerW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.connectionActivePowerW && message.connectionActivePowerW.length))
                                message.connectionActivePowerW = [];
                            message.connectionActivePowerW.push(reader.double());
                            continue;
                        }
                    case 71: {
                            if (wireType === 2) {
                                if (!(message.connectionPhaseActivePowerW && message.connectionPhaseActivePowerW.length))
                                    message.connectionPhaseActivePowerW = [];
                                reader.doubles(message.connectionPhaseActivePowerW);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.connectionPhaseActivePowerW && message.connectionPhaseActivePowerW.length))
                                message.connectionPhaseActivePowerW = [];
                            message.connectionPhaseActivePowerW.push(reader.double());
                            continue;
                        }
                    case 72: {
                            if (wireType === 2) {
                                if (!(message.connectionPhaseReactivePowerVar && message.connectionPhaseReactivePowerVar.length))
                                    message.connectionPhaseReactivePowerVar = [];
                                reader.doubles(message.connectionPhaseReactivePowerVar);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.connectionPhaseReactivePowerVar && message.connectionPhaseReactivePowerVar.length))
                                message.connectionPhaseReactivePowerVar = [];
                            message.connectionPhaseReactivePowerVar.push(reader.double());
                            continue;
                        }
                    case 80: {
                            if (wireType === 2) {
                                if (!(message.voltageV && message.voltageV.length))
                                    message.voltageV = [];
                                reader.doubles(message.voltageV);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.voltageV && message.voltageV.length))
                                message.voltageV = [];
                            message.voltageV.push(reader.double());
                            continue;
                        }
                    case 81: {
                            if (wireType === 2) {
                                if (!(message.branchLoadingRatio && message.branchLoadingRatio.length))
                                    message.branchLoadingRatio = [];
                                reader.doubles(message.branchLoadingRatio);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.branchLoadingRatio && message.branchLoadingRatio.length))
                                message.branchLoadingRatio = [];
                            message.branchLoadingRatio.push(reader.double());
                            continue;
                        }
                    case 82: {
                            if (wireType === 2) {
                                if (!(message.branchCurrentA && message.branchCurrentA.length))
                                    message.branchCurrentA = [];
                                reader.doubles(message.branchCurrentA);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.branchCurrentA && message.branchCurrentA.length))
                                message.branchCurrentA = [];
                            message.branchCurrentA.push(reader.double());
                            continue;
                        }
                    case 100: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastQuarterIndex = value;
                            else
                                delete message.lastQuarterIndex;
                            continue;
                        }
                    case 101: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastQuarterMeanActivePowerW = value;
                            else
                                delete message.lastQuarterMeanActivePowerW;
                            continue;
                        }
                    case 102: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastQuarterLimitW = value;
                            else
                                delete message.lastQuarterLimitW;
                            continue;
                        }
                    case 103: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastQuarterComplete = value;
                            else
                                delete message.lastQuarterComplete;
                            continue;
                        }
                    case 104: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastQuarterSubstitutedRatio = value;
                            else
                                delete message.lastQuarterSubstitutedRatio;
                            continue;
                        }
                    case 105: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastTenMinuteIndex = value;
                            else
                                delete message.lastTenMinuteIndex;
                            continue;
                        }
                    case 106: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.lastTenMinuteComplete = value;
                            else
                                delete message.lastTenMinuteComplete;
                            continue;
                        }
                    case 107: {
                            if (wireType === 2) {
                                if (!(message.lastTenMinuteVoltageV && message.lastTenMinuteVoltageV.length))
                                    message.lastTenMinuteVoltageV = [];
                                reader.doubles(message.lastTenMinuteVoltageV);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.lastTenMinuteVoltageV && message.lastTenMinuteVoltageV.length))
                                message.lastTenMinuteVoltageV = [];
                            message.lastTenMinuteVoltageV.push(reader.double());
                            continue;
                        }
                    case 108: {
                            if (wireType === 2) {
                                if (!(message.lastTenMinuteLoadingRatio && message.lastTenMinuteLoadingRatio.length))
                                    message.lastTenMinuteLoadingRatio = [];
                                reader.doubles(message.lastTenMinuteLoadingRatio);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.lastTenMinuteLoadingRatio && message.lastTenMinuteLoadingRatio.length))
                                message.lastTenMinuteLoadingRatio = [];
                            message.lastTenMinuteLoadingRatio.push(reader.double());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Frame.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/wijk.v1.Frame";
            };

            return Frame;
        })();

        return v1;
    })();

    return wijk;
})();

export {
  $root as default
};
