import type * as $protobuf from "protobufjs";

/** Namespace wijk. */
export namespace wijk {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a GetHealthRequest.
         * @deprecated Use wijk.v1.GetHealthRequest.$Properties instead.
         */
        interface IGetHealthRequest extends wijk.v1.GetHealthRequest.$Properties {
        }

        /** Represents a GetHealthRequest. */
        class GetHealthRequest {

            /**
             * Constructs a new GetHealthRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetHealthRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetHealthRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetHealthRequest instance
             */
            static create(properties: wijk.v1.GetHealthRequest.$Shape): wijk.v1.GetHealthRequest & wijk.v1.GetHealthRequest.$Shape;
            static create(properties?: wijk.v1.GetHealthRequest.$Properties): wijk.v1.GetHealthRequest;

            /**
             * Encodes the specified GetHealthRequest message. Does not implicitly {@link wijk.v1.GetHealthRequest.verify|verify} messages.
             * @param message GetHealthRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetHealthRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetHealthRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetHealthRequest & wijk.v1.GetHealthRequest.$Shape} GetHealthRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetHealthRequest & wijk.v1.GetHealthRequest.$Shape;

            /**
             * Gets the type url for GetHealthRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetHealthRequest {

            /** Properties of a GetHealthRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetHealthRequest. */
            type $Shape = wijk.v1.GetHealthRequest.$Properties;
        }

        /**
         * Properties of a GetHealthResponse.
         * @deprecated Use wijk.v1.GetHealthResponse.$Properties instead.
         */
        interface IGetHealthResponse extends wijk.v1.GetHealthResponse.$Properties {
        }

        /** Represents a GetHealthResponse. */
        class GetHealthResponse {

            /**
             * Constructs a new GetHealthResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetHealthResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetHealthResponse health. */
            health?: (wijk.v1.BenchHealth.$Properties|null);

            /**
             * Creates a new GetHealthResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetHealthResponse instance
             */
            static create(properties: wijk.v1.GetHealthResponse.$Shape): wijk.v1.GetHealthResponse & wijk.v1.GetHealthResponse.$Shape;
            static create(properties?: wijk.v1.GetHealthResponse.$Properties): wijk.v1.GetHealthResponse;

            /**
             * Encodes the specified GetHealthResponse message. Does not implicitly {@link wijk.v1.GetHealthResponse.verify|verify} messages.
             * @param message GetHealthResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetHealthResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetHealthResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetHealthResponse & wijk.v1.GetHealthResponse.$Shape} GetHealthResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetHealthResponse & wijk.v1.GetHealthResponse.$Shape;

            /**
             * Gets the type url for GetHealthResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetHealthResponse {

            /** Properties of a GetHealthResponse. */
            interface $Properties {

                /** GetHealthResponse health */
                health?: (wijk.v1.BenchHealth.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetHealthResponse. */
            type $Shape = wijk.v1.GetHealthResponse.$Properties;
        }

        /**
         * Properties of a WatchHealthRequest.
         * @deprecated Use wijk.v1.WatchHealthRequest.$Properties instead.
         */
        interface IWatchHealthRequest extends wijk.v1.WatchHealthRequest.$Properties {
        }

        /** Represents a WatchHealthRequest. */
        class WatchHealthRequest {

            /**
             * Constructs a new WatchHealthRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.WatchHealthRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchHealthRequest periodS. */
            periodS: number;

            /**
             * Creates a new WatchHealthRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchHealthRequest instance
             */
            static create(properties: wijk.v1.WatchHealthRequest.$Shape): wijk.v1.WatchHealthRequest & wijk.v1.WatchHealthRequest.$Shape;
            static create(properties?: wijk.v1.WatchHealthRequest.$Properties): wijk.v1.WatchHealthRequest;

            /**
             * Encodes the specified WatchHealthRequest message. Does not implicitly {@link wijk.v1.WatchHealthRequest.verify|verify} messages.
             * @param message WatchHealthRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.WatchHealthRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchHealthRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.WatchHealthRequest & wijk.v1.WatchHealthRequest.$Shape} WatchHealthRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.WatchHealthRequest & wijk.v1.WatchHealthRequest.$Shape;

            /**
             * Gets the type url for WatchHealthRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WatchHealthRequest {

            /** Properties of a WatchHealthRequest. */
            interface $Properties {

                /** WatchHealthRequest periodS */
                periodS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchHealthRequest. */
            type $Shape = wijk.v1.WatchHealthRequest.$Properties;
        }

        /**
         * Properties of a WatchHealthResponse.
         * @deprecated Use wijk.v1.WatchHealthResponse.$Properties instead.
         */
        interface IWatchHealthResponse extends wijk.v1.WatchHealthResponse.$Properties {
        }

        /** Represents a WatchHealthResponse. */
        class WatchHealthResponse {

            /**
             * Constructs a new WatchHealthResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.WatchHealthResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchHealthResponse health. */
            health?: (wijk.v1.BenchHealth.$Properties|null);

            /**
             * Creates a new WatchHealthResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchHealthResponse instance
             */
            static create(properties: wijk.v1.WatchHealthResponse.$Shape): wijk.v1.WatchHealthResponse & wijk.v1.WatchHealthResponse.$Shape;
            static create(properties?: wijk.v1.WatchHealthResponse.$Properties): wijk.v1.WatchHealthResponse;

            /**
             * Encodes the specified WatchHealthResponse message. Does not implicitly {@link wijk.v1.WatchHealthResponse.verify|verify} messages.
             * @param message WatchHealthResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.WatchHealthResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchHealthResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.WatchHealthResponse & wijk.v1.WatchHealthResponse.$Shape} WatchHealthResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.WatchHealthResponse & wijk.v1.WatchHealthResponse.$Shape;

            /**
             * Gets the type url for WatchHealthResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WatchHealthResponse {

            /** Properties of a WatchHealthResponse. */
            interface $Properties {

                /** WatchHealthResponse health */
                health?: (wijk.v1.BenchHealth.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchHealthResponse. */
            type $Shape = wijk.v1.WatchHealthResponse.$Properties;
        }

        /**
         * Properties of a BenchHealth.
         * @deprecated Use wijk.v1.BenchHealth.$Properties instead.
         */
        interface IBenchHealth extends wijk.v1.BenchHealth.$Properties {
        }

        /** Represents a BenchHealth. */
        class BenchHealth {

            /**
             * Constructs a new BenchHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.BenchHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BenchHealth benchName. */
            benchName: string;

            /** BenchHealth twinConnected. */
            twinConnected: boolean;

            /** BenchHealth emergencyStop. */
            emergencyStop: boolean;

            /** BenchHealth emergencyStopBy. */
            emergencyStopBy: string;

            /** BenchHealth links. */
            links: wijk.v1.LinkHealth.$Properties[];

            /** BenchHealth devices. */
            devices: wijk.v1.DeviceHealth.$Properties[];

            /** BenchHealth loopDelayP99Us. */
            loopDelayP99Us: number;

            /** BenchHealth loopDelayMaxUs. */
            loopDelayMaxUs: number;

            /** BenchHealth emulations. */
            emulations: wijk.v1.EmulationHealth.$Properties[];

            /** BenchHealth interlocks. */
            interlocks: wijk.v1.InterlockHealth.$Properties[];

            /** BenchHealth twinRoundTrip. */
            twinRoundTrip?: (wijk.v1.Histogram.$Properties|null);

            /** BenchHealth sources. */
            sources: wijk.v1.SourceHealth.$Properties[];

            /**
             * Creates a new BenchHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BenchHealth instance
             */
            static create(properties: wijk.v1.BenchHealth.$Shape): wijk.v1.BenchHealth & wijk.v1.BenchHealth.$Shape;
            static create(properties?: wijk.v1.BenchHealth.$Properties): wijk.v1.BenchHealth;

            /**
             * Encodes the specified BenchHealth message. Does not implicitly {@link wijk.v1.BenchHealth.verify|verify} messages.
             * @param message BenchHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.BenchHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BenchHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.BenchHealth & wijk.v1.BenchHealth.$Shape} BenchHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.BenchHealth & wijk.v1.BenchHealth.$Shape;

            /**
             * Gets the type url for BenchHealth
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BenchHealth {

            /** Properties of a BenchHealth. */
            interface $Properties {

                /** BenchHealth benchName */
                benchName?: (string|null);

                /** BenchHealth twinConnected */
                twinConnected?: (boolean|null);

                /** BenchHealth emergencyStop */
                emergencyStop?: (boolean|null);

                /** BenchHealth emergencyStopBy */
                emergencyStopBy?: (string|null);

                /** BenchHealth links */
                links?: (wijk.v1.LinkHealth.$Properties[]|null);

                /** BenchHealth devices */
                devices?: (wijk.v1.DeviceHealth.$Properties[]|null);

                /** BenchHealth loopDelayP99Us */
                loopDelayP99Us?: (number|null);

                /** BenchHealth loopDelayMaxUs */
                loopDelayMaxUs?: (number|null);

                /** BenchHealth emulations */
                emulations?: (wijk.v1.EmulationHealth.$Properties[]|null);

                /** BenchHealth interlocks */
                interlocks?: (wijk.v1.InterlockHealth.$Properties[]|null);

                /** BenchHealth twinRoundTrip */
                twinRoundTrip?: (wijk.v1.Histogram.$Properties|null);

                /** BenchHealth sources */
                sources?: (wijk.v1.SourceHealth.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BenchHealth. */
            type $Shape = wijk.v1.BenchHealth.$Properties;
        }

        /**
         * Properties of a Histogram.
         * @deprecated Use wijk.v1.Histogram.$Properties instead.
         */
        interface IHistogram extends wijk.v1.Histogram.$Properties {
        }

        /** Represents a Histogram. */
        class Histogram {

            /**
             * Constructs a new Histogram.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Histogram.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Histogram unit. */
            unit: string;

            /** Histogram count. */
            count: number;

            /** Histogram p50. */
            p50: number;

            /** Histogram p99. */
            p99: number;

            /** Histogram max. */
            max: number;

            /** Histogram upperBounds. */
            upperBounds: number[];

            /** Histogram counts. */
            counts: number[];

            /**
             * Creates a new Histogram instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Histogram instance
             */
            static create(properties: wijk.v1.Histogram.$Shape): wijk.v1.Histogram & wijk.v1.Histogram.$Shape;
            static create(properties?: wijk.v1.Histogram.$Properties): wijk.v1.Histogram;

            /**
             * Encodes the specified Histogram message. Does not implicitly {@link wijk.v1.Histogram.verify|verify} messages.
             * @param message Histogram message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Histogram.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Histogram message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Histogram & wijk.v1.Histogram.$Shape} Histogram
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Histogram & wijk.v1.Histogram.$Shape;

            /**
             * Gets the type url for Histogram
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Histogram {

            /** Properties of a Histogram. */
            interface $Properties {

                /** Histogram unit */
                unit?: (string|null);

                /** Histogram count */
                count?: (number|null);

                /** Histogram p50 */
                p50?: (number|null);

                /** Histogram p99 */
                p99?: (number|null);

                /** Histogram max */
                max?: (number|null);

                /** Histogram upperBounds */
                upperBounds?: (number[]|null);

                /** Histogram counts */
                counts?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Histogram. */
            type $Shape = wijk.v1.Histogram.$Properties;
        }

        /**
         * Properties of a Timing.
         * @deprecated Use wijk.v1.Timing.$Properties instead.
         */
        interface ITiming extends wijk.v1.Timing.$Properties {
        }

        /** Represents a Timing. */
        class Timing {

            /**
             * Constructs a new Timing.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Timing.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timing roundTrip. */
            roundTrip?: (wijk.v1.Histogram.$Properties|null);

            /** Timing age. */
            age?: (wijk.v1.Histogram.$Properties|null);

            /** Timing oneWayDelay. */
            oneWayDelay?: (wijk.v1.Histogram.$Properties|null);

            /** Timing jitter. */
            jitter?: (wijk.v1.Histogram.$Properties|null);

            /** Timing command. */
            command?: (wijk.v1.Histogram.$Properties|null);

            /** Timing lossRatio. */
            lossRatio: number;

            /** Timing crcErrors. */
            crcErrors: number;

            /**
             * Creates a new Timing instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Timing instance
             */
            static create(properties: wijk.v1.Timing.$Shape): wijk.v1.Timing & wijk.v1.Timing.$Shape;
            static create(properties?: wijk.v1.Timing.$Properties): wijk.v1.Timing;

            /**
             * Encodes the specified Timing message. Does not implicitly {@link wijk.v1.Timing.verify|verify} messages.
             * @param message Timing message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Timing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timing message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Timing & wijk.v1.Timing.$Shape} Timing
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Timing & wijk.v1.Timing.$Shape;

            /**
             * Gets the type url for Timing
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Timing {

            /** Properties of a Timing. */
            interface $Properties {

                /** Timing roundTrip */
                roundTrip?: (wijk.v1.Histogram.$Properties|null);

                /** Timing age */
                age?: (wijk.v1.Histogram.$Properties|null);

                /** Timing oneWayDelay */
                oneWayDelay?: (wijk.v1.Histogram.$Properties|null);

                /** Timing jitter */
                jitter?: (wijk.v1.Histogram.$Properties|null);

                /** Timing command */
                command?: (wijk.v1.Histogram.$Properties|null);

                /** Timing lossRatio */
                lossRatio?: (number|null);

                /** Timing crcErrors */
                crcErrors?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timing. */
            type $Shape = wijk.v1.Timing.$Properties;
        }

        /**
         * Properties of a LinkHealth.
         * @deprecated Use wijk.v1.LinkHealth.$Properties instead.
         */
        interface ILinkHealth extends wijk.v1.LinkHealth.$Properties {
        }

        /** Represents a LinkHealth. */
        class LinkHealth {

            /**
             * Constructs a new LinkHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.LinkHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkHealth id. */
            id: string;

            /** LinkHealth address. */
            address: string;

            /** LinkHealth open. */
            open: boolean;

            /** LinkHealth requests. */
            requests: number;

            /** LinkHealth timeouts. */
            timeouts: number;

            /** LinkHealth crcErrors. */
            crcErrors: number;

            /** LinkHealth exceptions. */
            exceptions: number;

            /** LinkHealth lateRepliesDropped. */
            lateRepliesDropped: number;

            /** LinkHealth roundTripP50Us. */
            roundTripP50Us: number;

            /** LinkHealth roundTripP99Us. */
            roundTripP99Us: number;

            /** LinkHealth roundTripMaxUs. */
            roundTripMaxUs: number;

            /** LinkHealth reopened. */
            reopened: number;

            /** LinkHealth lastError. */
            lastError: string;

            /** LinkHealth timing. */
            timing?: (wijk.v1.Timing.$Properties|null);

            /**
             * Creates a new LinkHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LinkHealth instance
             */
            static create(properties: wijk.v1.LinkHealth.$Shape): wijk.v1.LinkHealth & wijk.v1.LinkHealth.$Shape;
            static create(properties?: wijk.v1.LinkHealth.$Properties): wijk.v1.LinkHealth;

            /**
             * Encodes the specified LinkHealth message. Does not implicitly {@link wijk.v1.LinkHealth.verify|verify} messages.
             * @param message LinkHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.LinkHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.LinkHealth & wijk.v1.LinkHealth.$Shape} LinkHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.LinkHealth & wijk.v1.LinkHealth.$Shape;

            /**
             * Gets the type url for LinkHealth
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LinkHealth {

            /** Properties of a LinkHealth. */
            interface $Properties {

                /** LinkHealth id */
                id?: (string|null);

                /** LinkHealth address */
                address?: (string|null);

                /** LinkHealth open */
                open?: (boolean|null);

                /** LinkHealth requests */
                requests?: (number|null);

                /** LinkHealth timeouts */
                timeouts?: (number|null);

                /** LinkHealth crcErrors */
                crcErrors?: (number|null);

                /** LinkHealth exceptions */
                exceptions?: (number|null);

                /** LinkHealth lateRepliesDropped */
                lateRepliesDropped?: (number|null);

                /** LinkHealth roundTripP50Us */
                roundTripP50Us?: (number|null);

                /** LinkHealth roundTripP99Us */
                roundTripP99Us?: (number|null);

                /** LinkHealth roundTripMaxUs */
                roundTripMaxUs?: (number|null);

                /** LinkHealth reopened */
                reopened?: (number|null);

                /** LinkHealth lastError */
                lastError?: (string|null);

                /** LinkHealth timing */
                timing?: (wijk.v1.Timing.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkHealth. */
            type $Shape = wijk.v1.LinkHealth.$Properties;
        }

        /** DeviceState enum. */
        enum DeviceState {

            /** DEVICE_STATE_UNSPECIFIED value */
            DEVICE_STATE_UNSPECIFIED = 0,

            /** DEVICE_STATE_IDENTIFYING value */
            DEVICE_STATE_IDENTIFYING = 1,

            /** DEVICE_STATE_READY value */
            DEVICE_STATE_READY = 2,

            /** DEVICE_STATE_BOUND value */
            DEVICE_STATE_BOUND = 3,

            /** DEVICE_STATE_LOST value */
            DEVICE_STATE_LOST = 4,

            /** DEVICE_STATE_REFUSED value */
            DEVICE_STATE_REFUSED = 5,

            /** DEVICE_STATE_SAFE value */
            DEVICE_STATE_SAFE = 6
        }

        /**
         * Properties of a DeviceHealth.
         * @deprecated Use wijk.v1.DeviceHealth.$Properties instead.
         */
        interface IDeviceHealth extends wijk.v1.DeviceHealth.$Properties {
        }

        /** Represents a DeviceHealth. */
        class DeviceHealth {

            /**
             * Constructs a new DeviceHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.DeviceHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceHealth id. */
            id: string;

            /** DeviceHealth profile. */
            profile: string;

            /** DeviceHealth linkId. */
            linkId: string;

            /** DeviceHealth slotId. */
            slotId: string;

            /** DeviceHealth state. */
            state: wijk.v1.DeviceState;

            /** DeviceHealth identity. */
            identity: string;

            /** DeviceHealth readings. */
            readings: number;

            /** DeviceHealth readingsLost. */
            readingsLost: number;

            /** DeviceHealth ageS. */
            ageS: number;

            /** DeviceHealth jitterP99Us. */
            jitterP99Us: number;

            /** DeviceHealth activePowerW. */
            activePowerW: number;

            /** DeviceHealth setpointW. */
            setpointW: number;

            /** DeviceHealth setpointConfirmedW. */
            setpointConfirmedW: number;

            /** DeviceHealth setpointAgeS. */
            setpointAgeS: number;

            /** DeviceHealth setpointsIgnored. */
            setpointsIgnored: number;

            /** DeviceHealth setpointsLimited. */
            setpointsLimited: number;

            /** DeviceHealth lastError. */
            lastError: string;

            /** DeviceHealth pollPeriodS. */
            pollPeriodS: number;

            /** DeviceHealth roundTripP50Us. */
            roundTripP50Us: number;

            /** DeviceHealth roundTripP99Us. */
            roundTripP99Us: number;

            /** DeviceHealth leaseKind. */
            leaseKind: wijk.v1.LeaseKind;

            /** DeviceHealth safeReason. */
            safeReason: string;

            /** DeviceHealth armed. */
            armed: boolean;

            /** DeviceHealth atSafeSetpoint. */
            atSafeSetpoint?: (boolean|null);

            /** DeviceHealth writesDeferred. */
            writesDeferred: number;

            /** DeviceHealth timing. */
            timing?: (wijk.v1.Timing.$Properties|null);

            /** DeviceHealth discrepancies. */
            discrepancies: wijk.v1.Discrepancy.$Properties[];

            /**
             * Creates a new DeviceHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeviceHealth instance
             */
            static create(properties: wijk.v1.DeviceHealth.$Shape): wijk.v1.DeviceHealth & wijk.v1.DeviceHealth.$Shape;
            static create(properties?: wijk.v1.DeviceHealth.$Properties): wijk.v1.DeviceHealth;

            /**
             * Encodes the specified DeviceHealth message. Does not implicitly {@link wijk.v1.DeviceHealth.verify|verify} messages.
             * @param message DeviceHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.DeviceHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.DeviceHealth & wijk.v1.DeviceHealth.$Shape} DeviceHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.DeviceHealth & wijk.v1.DeviceHealth.$Shape;

            /**
             * Gets the type url for DeviceHealth
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DeviceHealth {

            /** Properties of a DeviceHealth. */
            interface $Properties {

                /** DeviceHealth id */
                id?: (string|null);

                /** DeviceHealth profile */
                profile?: (string|null);

                /** DeviceHealth linkId */
                linkId?: (string|null);

                /** DeviceHealth slotId */
                slotId?: (string|null);

                /** DeviceHealth state */
                state?: (wijk.v1.DeviceState|null);

                /** DeviceHealth identity */
                identity?: (string|null);

                /** DeviceHealth readings */
                readings?: (number|null);

                /** DeviceHealth readingsLost */
                readingsLost?: (number|null);

                /** DeviceHealth ageS */
                ageS?: (number|null);

                /** DeviceHealth jitterP99Us */
                jitterP99Us?: (number|null);

                /** DeviceHealth activePowerW */
                activePowerW?: (number|null);

                /** DeviceHealth setpointW */
                setpointW?: (number|null);

                /** DeviceHealth setpointConfirmedW */
                setpointConfirmedW?: (number|null);

                /** DeviceHealth setpointAgeS */
                setpointAgeS?: (number|null);

                /** DeviceHealth setpointsIgnored */
                setpointsIgnored?: (number|null);

                /** DeviceHealth setpointsLimited */
                setpointsLimited?: (number|null);

                /** DeviceHealth lastError */
                lastError?: (string|null);

                /** DeviceHealth pollPeriodS */
                pollPeriodS?: (number|null);

                /** DeviceHealth roundTripP50Us */
                roundTripP50Us?: (number|null);

                /** DeviceHealth roundTripP99Us */
                roundTripP99Us?: (number|null);

                /** DeviceHealth leaseKind */
                leaseKind?: (wijk.v1.LeaseKind|null);

                /** DeviceHealth safeReason */
                safeReason?: (string|null);

                /** DeviceHealth armed */
                armed?: (boolean|null);

                /** DeviceHealth atSafeSetpoint */
                atSafeSetpoint?: (boolean|null);

                /** DeviceHealth writesDeferred */
                writesDeferred?: (number|null);

                /** DeviceHealth timing */
                timing?: (wijk.v1.Timing.$Properties|null);

                /** DeviceHealth discrepancies */
                discrepancies?: (wijk.v1.Discrepancy.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceHealth. */
            type $Shape = wijk.v1.DeviceHealth.$Properties;
        }

        /**
         * Properties of a Discrepancy.
         * @deprecated Use wijk.v1.Discrepancy.$Properties instead.
         */
        interface IDiscrepancy extends wijk.v1.Discrepancy.$Properties {
        }

        /** Represents a Discrepancy. */
        class Discrepancy {

            /**
             * Constructs a new Discrepancy.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Discrepancy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Discrepancy kind. */
            kind: string;

            /** Discrepancy text. */
            text: string;

            /** Discrepancy count. */
            count: number;

            /** Discrepancy active. */
            active: boolean;

            /**
             * Creates a new Discrepancy instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Discrepancy instance
             */
            static create(properties: wijk.v1.Discrepancy.$Shape): wijk.v1.Discrepancy & wijk.v1.Discrepancy.$Shape;
            static create(properties?: wijk.v1.Discrepancy.$Properties): wijk.v1.Discrepancy;

            /**
             * Encodes the specified Discrepancy message. Does not implicitly {@link wijk.v1.Discrepancy.verify|verify} messages.
             * @param message Discrepancy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Discrepancy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Discrepancy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Discrepancy & wijk.v1.Discrepancy.$Shape} Discrepancy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Discrepancy & wijk.v1.Discrepancy.$Shape;

            /**
             * Gets the type url for Discrepancy
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Discrepancy {

            /** Properties of a Discrepancy. */
            interface $Properties {

                /** Discrepancy kind */
                kind?: (string|null);

                /** Discrepancy text */
                text?: (string|null);

                /** Discrepancy count */
                count?: (number|null);

                /** Discrepancy active */
                active?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Discrepancy. */
            type $Shape = wijk.v1.Discrepancy.$Properties;
        }

        /**
         * Properties of a SourceHealth.
         * @deprecated Use wijk.v1.SourceHealth.$Properties instead.
         */
        interface ISourceHealth extends wijk.v1.SourceHealth.$Properties {
        }

        /** Represents a SourceHealth. */
        class SourceHealth {

            /**
             * Constructs a new SourceHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SourceHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SourceHealth deviceId. */
            deviceId: string;

            /** SourceHealth slotId. */
            slotId: string;

            /** SourceHealth playing. */
            playing: string;

            /** SourceHealth cause. */
            cause: string;

            /** SourceHealth wantedAV. */
            wantedAV: number;

            /** SourceHealth wantedBV. */
            wantedBV: number;

            /** SourceHealth wantedCV. */
            wantedCV: number;

            /** SourceHealth playedAV. */
            playedAV: number;

            /** SourceHealth playedBV. */
            playedBV: number;

            /** SourceHealth playedCV. */
            playedCV: number;

            /** SourceHealth frequencyHz. */
            frequencyHz: number;

            /** SourceHealth frequencySource. */
            frequencySource: string;

            /** SourceHealth clamped. */
            clamped: number;

            /** SourceHealth lastError. */
            lastError: string;

            /**
             * Creates a new SourceHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SourceHealth instance
             */
            static create(properties: wijk.v1.SourceHealth.$Shape): wijk.v1.SourceHealth & wijk.v1.SourceHealth.$Shape;
            static create(properties?: wijk.v1.SourceHealth.$Properties): wijk.v1.SourceHealth;

            /**
             * Encodes the specified SourceHealth message. Does not implicitly {@link wijk.v1.SourceHealth.verify|verify} messages.
             * @param message SourceHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SourceHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SourceHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SourceHealth & wijk.v1.SourceHealth.$Shape} SourceHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SourceHealth & wijk.v1.SourceHealth.$Shape;

            /**
             * Gets the type url for SourceHealth
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SourceHealth {

            /** Properties of a SourceHealth. */
            interface $Properties {

                /** SourceHealth deviceId */
                deviceId?: (string|null);

                /** SourceHealth slotId */
                slotId?: (string|null);

                /** SourceHealth playing */
                playing?: (string|null);

                /** SourceHealth cause */
                cause?: (string|null);

                /** SourceHealth wantedAV */
                wantedAV?: (number|null);

                /** SourceHealth wantedBV */
                wantedBV?: (number|null);

                /** SourceHealth wantedCV */
                wantedCV?: (number|null);

                /** SourceHealth playedAV */
                playedAV?: (number|null);

                /** SourceHealth playedBV */
                playedBV?: (number|null);

                /** SourceHealth playedCV */
                playedCV?: (number|null);

                /** SourceHealth frequencyHz */
                frequencyHz?: (number|null);

                /** SourceHealth frequencySource */
                frequencySource?: (string|null);

                /** SourceHealth clamped */
                clamped?: (number|null);

                /** SourceHealth lastError */
                lastError?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SourceHealth. */
            type $Shape = wijk.v1.SourceHealth.$Properties;
        }

        /**
         * Properties of an InterlockHealth.
         * @deprecated Use wijk.v1.InterlockHealth.$Properties instead.
         */
        interface IInterlockHealth extends wijk.v1.InterlockHealth.$Properties {
        }

        /** Represents an InterlockHealth. */
        class InterlockHealth {

            /**
             * Constructs a new InterlockHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.InterlockHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InterlockHealth id. */
            id: string;

            /** InterlockHealth contact. */
            contact: string;

            /** InterlockHealth closed. */
            closed: boolean;

            /** InterlockHealth cause. */
            cause: string;

            /** InterlockHealth trips. */
            trips: number;

            /** InterlockHealth sinceS. */
            sinceS: number;

            /**
             * Creates a new InterlockHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InterlockHealth instance
             */
            static create(properties: wijk.v1.InterlockHealth.$Shape): wijk.v1.InterlockHealth & wijk.v1.InterlockHealth.$Shape;
            static create(properties?: wijk.v1.InterlockHealth.$Properties): wijk.v1.InterlockHealth;

            /**
             * Encodes the specified InterlockHealth message. Does not implicitly {@link wijk.v1.InterlockHealth.verify|verify} messages.
             * @param message InterlockHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.InterlockHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InterlockHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.InterlockHealth & wijk.v1.InterlockHealth.$Shape} InterlockHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.InterlockHealth & wijk.v1.InterlockHealth.$Shape;

            /**
             * Gets the type url for InterlockHealth
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InterlockHealth {

            /** Properties of an InterlockHealth. */
            interface $Properties {

                /** InterlockHealth id */
                id?: (string|null);

                /** InterlockHealth contact */
                contact?: (string|null);

                /** InterlockHealth closed */
                closed?: (boolean|null);

                /** InterlockHealth cause */
                cause?: (string|null);

                /** InterlockHealth trips */
                trips?: (number|null);

                /** InterlockHealth sinceS */
                sinceS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InterlockHealth. */
            type $Shape = wijk.v1.InterlockHealth.$Properties;
        }

        /**
         * Properties of an EmulationHealth.
         * @deprecated Use wijk.v1.EmulationHealth.$Properties instead.
         */
        interface IEmulationHealth extends wijk.v1.EmulationHealth.$Properties {
        }

        /** Represents an EmulationHealth. */
        class EmulationHealth {

            /**
             * Constructs a new EmulationHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.EmulationHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EmulationHealth id. */
            id: string;

            /** EmulationHealth shownAs. */
            shownAs: string;

            /** EmulationHealth slotId. */
            slotId: string;

            /** EmulationHealth address. */
            address: string;

            /** EmulationHealth protocol. */
            protocol: string;

            /** EmulationHealth unit. */
            unit: number;

            /** EmulationHealth clients. */
            clients: number;

            /** EmulationHealth requests. */
            requests: number;

            /** EmulationHealth telegrams. */
            telegrams: number;

            /** EmulationHealth writes. */
            writes: number;

            /** EmulationHealth writesRefused. */
            writesRefused: number;

            /** EmulationHealth fresh. */
            fresh: boolean;

            /** EmulationHealth ageS. */
            ageS: number;

            /** EmulationHealth staleTimes. */
            staleTimes: number;

            /** EmulationHealth staleS. */
            staleS: number;

            /** EmulationHealth askedMinimumW. */
            askedMinimumW: number;

            /** EmulationHealth askedMaximumW. */
            askedMaximumW: number;

            /** EmulationHealth askedGiven. */
            askedGiven: boolean;

            /** EmulationHealth revertsInS. */
            revertsInS: number;

            /** EmulationHealth setpointFailures. */
            setpointFailures: number;

            /** EmulationHealth lastError. */
            lastError: string;

            /** EmulationHealth energyBridgedS. */
            energyBridgedS: number;

            /** EmulationHealth lastRead. */
            lastRead: string;

            /** EmulationHealth lastReadAgeS. */
            lastReadAgeS: number;

            /** EmulationHealth lastWrite. */
            lastWrite: string;

            /** EmulationHealth lastWriteAgeS. */
            lastWriteAgeS: number;

            /**
             * Creates a new EmulationHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EmulationHealth instance
             */
            static create(properties: wijk.v1.EmulationHealth.$Shape): wijk.v1.EmulationHealth & wijk.v1.EmulationHealth.$Shape;
            static create(properties?: wijk.v1.EmulationHealth.$Properties): wijk.v1.EmulationHealth;

            /**
             * Encodes the specified EmulationHealth message. Does not implicitly {@link wijk.v1.EmulationHealth.verify|verify} messages.
             * @param message EmulationHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.EmulationHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EmulationHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.EmulationHealth & wijk.v1.EmulationHealth.$Shape} EmulationHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.EmulationHealth & wijk.v1.EmulationHealth.$Shape;

            /**
             * Gets the type url for EmulationHealth
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EmulationHealth {

            /** Properties of an EmulationHealth. */
            interface $Properties {

                /** EmulationHealth id */
                id?: (string|null);

                /** EmulationHealth shownAs */
                shownAs?: (string|null);

                /** EmulationHealth slotId */
                slotId?: (string|null);

                /** EmulationHealth address */
                address?: (string|null);

                /** EmulationHealth protocol */
                protocol?: (string|null);

                /** EmulationHealth unit */
                unit?: (number|null);

                /** EmulationHealth clients */
                clients?: (number|null);

                /** EmulationHealth requests */
                requests?: (number|null);

                /** EmulationHealth telegrams */
                telegrams?: (number|null);

                /** EmulationHealth writes */
                writes?: (number|null);

                /** EmulationHealth writesRefused */
                writesRefused?: (number|null);

                /** EmulationHealth fresh */
                fresh?: (boolean|null);

                /** EmulationHealth ageS */
                ageS?: (number|null);

                /** EmulationHealth staleTimes */
                staleTimes?: (number|null);

                /** EmulationHealth staleS */
                staleS?: (number|null);

                /** EmulationHealth askedMinimumW */
                askedMinimumW?: (number|null);

                /** EmulationHealth askedMaximumW */
                askedMaximumW?: (number|null);

                /** EmulationHealth askedGiven */
                askedGiven?: (boolean|null);

                /** EmulationHealth revertsInS */
                revertsInS?: (number|null);

                /** EmulationHealth setpointFailures */
                setpointFailures?: (number|null);

                /** EmulationHealth lastError */
                lastError?: (string|null);

                /** EmulationHealth energyBridgedS */
                energyBridgedS?: (number|null);

                /** EmulationHealth lastRead */
                lastRead?: (string|null);

                /** EmulationHealth lastReadAgeS */
                lastReadAgeS?: (number|null);

                /** EmulationHealth lastWrite */
                lastWrite?: (string|null);

                /** EmulationHealth lastWriteAgeS */
                lastWriteAgeS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EmulationHealth. */
            type $Shape = wijk.v1.EmulationHealth.$Properties;
        }

        /**
         * Properties of an EmergencyStopRequest.
         * @deprecated Use wijk.v1.EmergencyStopRequest.$Properties instead.
         */
        interface IEmergencyStopRequest extends wijk.v1.EmergencyStopRequest.$Properties {
        }

        /** Represents an EmergencyStopRequest. */
        class EmergencyStopRequest {

            /**
             * Constructs a new EmergencyStopRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.EmergencyStopRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EmergencyStopRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /** EmergencyStopRequest reason. */
            reason: string;

            /**
             * Creates a new EmergencyStopRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EmergencyStopRequest instance
             */
            static create(properties: wijk.v1.EmergencyStopRequest.$Shape): wijk.v1.EmergencyStopRequest & wijk.v1.EmergencyStopRequest.$Shape;
            static create(properties?: wijk.v1.EmergencyStopRequest.$Properties): wijk.v1.EmergencyStopRequest;

            /**
             * Encodes the specified EmergencyStopRequest message. Does not implicitly {@link wijk.v1.EmergencyStopRequest.verify|verify} messages.
             * @param message EmergencyStopRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.EmergencyStopRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EmergencyStopRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.EmergencyStopRequest & wijk.v1.EmergencyStopRequest.$Shape} EmergencyStopRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.EmergencyStopRequest & wijk.v1.EmergencyStopRequest.$Shape;

            /**
             * Gets the type url for EmergencyStopRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EmergencyStopRequest {

            /** Properties of an EmergencyStopRequest. */
            interface $Properties {

                /** EmergencyStopRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** EmergencyStopRequest reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EmergencyStopRequest. */
            type $Shape = wijk.v1.EmergencyStopRequest.$Properties;
        }

        /**
         * Properties of an EmergencyStopResponse.
         * @deprecated Use wijk.v1.EmergencyStopResponse.$Properties instead.
         */
        interface IEmergencyStopResponse extends wijk.v1.EmergencyStopResponse.$Properties {
        }

        /** Represents an EmergencyStopResponse. */
        class EmergencyStopResponse {

            /**
             * Constructs a new EmergencyStopResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.EmergencyStopResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EmergencyStopResponse confirmedDeviceIds. */
            confirmedDeviceIds: string[];

            /** EmergencyStopResponse unconfirmedDeviceIds. */
            unconfirmedDeviceIds: string[];

            /** EmergencyStopResponse devices. */
            devices: wijk.v1.DeviceStop.$Properties[];

            /**
             * Creates a new EmergencyStopResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EmergencyStopResponse instance
             */
            static create(properties: wijk.v1.EmergencyStopResponse.$Shape): wijk.v1.EmergencyStopResponse & wijk.v1.EmergencyStopResponse.$Shape;
            static create(properties?: wijk.v1.EmergencyStopResponse.$Properties): wijk.v1.EmergencyStopResponse;

            /**
             * Encodes the specified EmergencyStopResponse message. Does not implicitly {@link wijk.v1.EmergencyStopResponse.verify|verify} messages.
             * @param message EmergencyStopResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.EmergencyStopResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EmergencyStopResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.EmergencyStopResponse & wijk.v1.EmergencyStopResponse.$Shape} EmergencyStopResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.EmergencyStopResponse & wijk.v1.EmergencyStopResponse.$Shape;

            /**
             * Gets the type url for EmergencyStopResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EmergencyStopResponse {

            /** Properties of an EmergencyStopResponse. */
            interface $Properties {

                /** EmergencyStopResponse confirmedDeviceIds */
                confirmedDeviceIds?: (string[]|null);

                /** EmergencyStopResponse unconfirmedDeviceIds */
                unconfirmedDeviceIds?: (string[]|null);

                /** EmergencyStopResponse devices */
                devices?: (wijk.v1.DeviceStop.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EmergencyStopResponse. */
            type $Shape = wijk.v1.EmergencyStopResponse.$Properties;
        }

        /**
         * Properties of a DeviceStop.
         * @deprecated Use wijk.v1.DeviceStop.$Properties instead.
         */
        interface IDeviceStop extends wijk.v1.DeviceStop.$Properties {
        }

        /** Represents a DeviceStop. */
        class DeviceStop {

            /**
             * Constructs a new DeviceStop.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.DeviceStop.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceStop deviceId. */
            deviceId: string;

            /** DeviceStop confirmed. */
            confirmed: boolean;

            /** DeviceStop safeSetpointW. */
            safeSetpointW: number;

            /** DeviceStop tookS. */
            tookS: number;

            /** DeviceStop revertTimeS. */
            revertTimeS: number;

            /** DeviceStop error. */
            error: string;

            /**
             * Creates a new DeviceStop instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeviceStop instance
             */
            static create(properties: wijk.v1.DeviceStop.$Shape): wijk.v1.DeviceStop & wijk.v1.DeviceStop.$Shape;
            static create(properties?: wijk.v1.DeviceStop.$Properties): wijk.v1.DeviceStop;

            /**
             * Encodes the specified DeviceStop message. Does not implicitly {@link wijk.v1.DeviceStop.verify|verify} messages.
             * @param message DeviceStop message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.DeviceStop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceStop message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.DeviceStop & wijk.v1.DeviceStop.$Shape} DeviceStop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.DeviceStop & wijk.v1.DeviceStop.$Shape;

            /**
             * Gets the type url for DeviceStop
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DeviceStop {

            /** Properties of a DeviceStop. */
            interface $Properties {

                /** DeviceStop deviceId */
                deviceId?: (string|null);

                /** DeviceStop confirmed */
                confirmed?: (boolean|null);

                /** DeviceStop safeSetpointW */
                safeSetpointW?: (number|null);

                /** DeviceStop tookS */
                tookS?: (number|null);

                /** DeviceStop revertTimeS */
                revertTimeS?: (number|null);

                /** DeviceStop error */
                error?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceStop. */
            type $Shape = wijk.v1.DeviceStop.$Properties;
        }

        /**
         * Properties of a ReleaseEmergencyStopRequest.
         * @deprecated Use wijk.v1.ReleaseEmergencyStopRequest.$Properties instead.
         */
        interface IReleaseEmergencyStopRequest extends wijk.v1.ReleaseEmergencyStopRequest.$Properties {
        }

        /** Represents a ReleaseEmergencyStopRequest. */
        class ReleaseEmergencyStopRequest {

            /**
             * Constructs a new ReleaseEmergencyStopRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ReleaseEmergencyStopRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReleaseEmergencyStopRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /**
             * Creates a new ReleaseEmergencyStopRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReleaseEmergencyStopRequest instance
             */
            static create(properties: wijk.v1.ReleaseEmergencyStopRequest.$Shape): wijk.v1.ReleaseEmergencyStopRequest & wijk.v1.ReleaseEmergencyStopRequest.$Shape;
            static create(properties?: wijk.v1.ReleaseEmergencyStopRequest.$Properties): wijk.v1.ReleaseEmergencyStopRequest;

            /**
             * Encodes the specified ReleaseEmergencyStopRequest message. Does not implicitly {@link wijk.v1.ReleaseEmergencyStopRequest.verify|verify} messages.
             * @param message ReleaseEmergencyStopRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ReleaseEmergencyStopRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReleaseEmergencyStopRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ReleaseEmergencyStopRequest & wijk.v1.ReleaseEmergencyStopRequest.$Shape} ReleaseEmergencyStopRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ReleaseEmergencyStopRequest & wijk.v1.ReleaseEmergencyStopRequest.$Shape;

            /**
             * Gets the type url for ReleaseEmergencyStopRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReleaseEmergencyStopRequest {

            /** Properties of a ReleaseEmergencyStopRequest. */
            interface $Properties {

                /** ReleaseEmergencyStopRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReleaseEmergencyStopRequest. */
            type $Shape = wijk.v1.ReleaseEmergencyStopRequest.$Properties;
        }

        /**
         * Properties of a ReleaseEmergencyStopResponse.
         * @deprecated Use wijk.v1.ReleaseEmergencyStopResponse.$Properties instead.
         */
        interface IReleaseEmergencyStopResponse extends wijk.v1.ReleaseEmergencyStopResponse.$Properties {
        }

        /** Represents a ReleaseEmergencyStopResponse. */
        class ReleaseEmergencyStopResponse {

            /**
             * Constructs a new ReleaseEmergencyStopResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ReleaseEmergencyStopResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ReleaseEmergencyStopResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReleaseEmergencyStopResponse instance
             */
            static create(properties: wijk.v1.ReleaseEmergencyStopResponse.$Shape): wijk.v1.ReleaseEmergencyStopResponse & wijk.v1.ReleaseEmergencyStopResponse.$Shape;
            static create(properties?: wijk.v1.ReleaseEmergencyStopResponse.$Properties): wijk.v1.ReleaseEmergencyStopResponse;

            /**
             * Encodes the specified ReleaseEmergencyStopResponse message. Does not implicitly {@link wijk.v1.ReleaseEmergencyStopResponse.verify|verify} messages.
             * @param message ReleaseEmergencyStopResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ReleaseEmergencyStopResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReleaseEmergencyStopResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ReleaseEmergencyStopResponse & wijk.v1.ReleaseEmergencyStopResponse.$Shape} ReleaseEmergencyStopResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ReleaseEmergencyStopResponse & wijk.v1.ReleaseEmergencyStopResponse.$Shape;

            /**
             * Gets the type url for ReleaseEmergencyStopResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReleaseEmergencyStopResponse {

            /** Properties of a ReleaseEmergencyStopResponse. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReleaseEmergencyStopResponse. */
            type $Shape = wijk.v1.ReleaseEmergencyStopResponse.$Properties;
        }

        /**
         * Properties of an Actor.
         * @deprecated Use wijk.v1.Actor.$Properties instead.
         */
        interface IActor extends wijk.v1.Actor.$Properties {
        }

        /** Represents an Actor. */
        class Actor {

            /**
             * Constructs a new Actor.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Actor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Actor name. */
            name: string;

            /** Actor role. */
            role: wijk.v1.Role;

            /**
             * Creates a new Actor instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Actor instance
             */
            static create(properties: wijk.v1.Actor.$Shape): wijk.v1.Actor & wijk.v1.Actor.$Shape;
            static create(properties?: wijk.v1.Actor.$Properties): wijk.v1.Actor;

            /**
             * Encodes the specified Actor message. Does not implicitly {@link wijk.v1.Actor.verify|verify} messages.
             * @param message Actor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Actor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Actor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Actor & wijk.v1.Actor.$Shape} Actor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Actor & wijk.v1.Actor.$Shape;

            /**
             * Gets the type url for Actor
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Actor {

            /** Properties of an Actor. */
            interface $Properties {

                /** Actor name */
                name?: (string|null);

                /** Actor role */
                role?: (wijk.v1.Role|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Actor. */
            type $Shape = wijk.v1.Actor.$Properties;
        }

        /** Role enum. */
        enum Role {

            /** ROLE_UNSPECIFIED value */
            ROLE_UNSPECIFIED = 0,

            /** ROLE_STRATEGY value */
            ROLE_STRATEGY = 1,

            /** ROLE_EXTERNAL_CONTROLLER value */
            ROLE_EXTERNAL_CONTROLLER = 2,

            /** ROLE_CALL_OFF value */
            ROLE_CALL_OFF = 3,

            /** ROLE_SAFETY_ENVELOPE value */
            ROLE_SAFETY_ENVELOPE = 4,

            /** ROLE_EMERGENCY_STOP value */
            ROLE_EMERGENCY_STOP = 5,

            /** ROLE_OPERATOR value */
            ROLE_OPERATOR = 6
        }

        /** SlotSource enum. */
        enum SlotSource {

            /** SLOT_SOURCE_UNSPECIFIED value */
            SLOT_SOURCE_UNSPECIFIED = 0,

            /** SLOT_SOURCE_MODEL value */
            SLOT_SOURCE_MODEL = 1,

            /** SLOT_SOURCE_DEVICE value */
            SLOT_SOURCE_DEVICE = 2,

            /** SLOT_SOURCE_FALLBACK value */
            SLOT_SOURCE_FALLBACK = 3
        }

        /** Quality enum. */
        enum Quality {

            /** QUALITY_UNSPECIFIED value */
            QUALITY_UNSPECIFIED = 0,

            /** QUALITY_GOOD value */
            QUALITY_GOOD = 1,

            /** QUALITY_INVALID value */
            QUALITY_INVALID = 2,

            /** QUALITY_DERIVED value */
            QUALITY_DERIVED = 3
        }

        /** LeaseKind enum. */
        enum LeaseKind {

            /** LEASE_KIND_UNSPECIFIED value */
            LEASE_KIND_UNSPECIFIED = 0,

            /** LEASE_KIND_ACTUATOR value */
            LEASE_KIND_ACTUATOR = 1,

            /** LEASE_KIND_METER value */
            LEASE_KIND_METER = 2
        }

        /** AssetKind enum. */
        enum AssetKind {

            /** ASSET_KIND_UNSPECIFIED value */
            ASSET_KIND_UNSPECIFIED = 0,

            /** ASSET_KIND_HOUSEHOLD value */
            ASSET_KIND_HOUSEHOLD = 1,

            /** ASSET_KIND_PV value */
            ASSET_KIND_PV = 2,

            /** ASSET_KIND_BATTERY value */
            ASSET_KIND_BATTERY = 3,

            /** ASSET_KIND_HEAT_PUMP value */
            ASSET_KIND_HEAT_PUMP = 4,

            /** ASSET_KIND_HEAT_PLANT value */
            ASSET_KIND_HEAT_PLANT = 5,

            /** ASSET_KIND_BUSINESS value */
            ASSET_KIND_BUSINESS = 6,

            /** ASSET_KIND_EV_CHARGER value */
            ASSET_KIND_EV_CHARGER = 7
        }

        /** SgReady enum. */
        enum SgReady {

            /** SG_READY_UNSPECIFIED value */
            SG_READY_UNSPECIFIED = 0,

            /** SG_READY_BLOCKED value */
            SG_READY_BLOCKED = 1,

            /** SG_READY_NORMAL value */
            SG_READY_NORMAL = 2,

            /** SG_READY_RECOMMENDED value */
            SG_READY_RECOMMENDED = 3,

            /** SG_READY_FORCED value */
            SG_READY_FORCED = 4
        }

        /**
         * Properties of a Problem.
         * @deprecated Use wijk.v1.Problem.$Properties instead.
         */
        interface IProblem extends wijk.v1.Problem.$Properties {
        }

        /** Represents a Problem. */
        class Problem {

            /**
             * Constructs a new Problem.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Problem.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Problem file. */
            file: string;

            /** Problem path. */
            path: string;

            /** Problem line. */
            line: number;

            /** Problem value. */
            value: string;

            /** Problem rule. */
            rule: string;

            /**
             * Creates a new Problem instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Problem instance
             */
            static create(properties: wijk.v1.Problem.$Shape): wijk.v1.Problem & wijk.v1.Problem.$Shape;
            static create(properties?: wijk.v1.Problem.$Properties): wijk.v1.Problem;

            /**
             * Encodes the specified Problem message. Does not implicitly {@link wijk.v1.Problem.verify|verify} messages.
             * @param message Problem message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Problem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Problem message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Problem & wijk.v1.Problem.$Shape} Problem
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Problem & wijk.v1.Problem.$Shape;

            /**
             * Gets the type url for Problem
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Problem {

            /** Properties of a Problem. */
            interface $Properties {

                /** Problem file */
                file?: (string|null);

                /** Problem path */
                path?: (string|null);

                /** Problem line */
                line?: (number|null);

                /** Problem value */
                value?: (string|null);

                /** Problem rule */
                rule?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Problem. */
            type $Shape = wijk.v1.Problem.$Properties;
        }

        /**
         * Properties of a RunRequest.
         * @deprecated Use wijk.v1.RunRequest.$Properties instead.
         */
        interface IRunRequest extends wijk.v1.RunRequest.$Properties {
        }

        /** Represents a RunRequest. */
        class RunRequest {

            /**
             * Constructs a new RunRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.RunRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /** RunRequest experiment. */
            experiment: string;

            /** RunRequest durationS. */
            durationS: number;

            /** RunRequest speed. */
            speed: string;

            /** RunRequest outputDirectory. */
            outputDirectory: string;

            /**
             * Creates a new RunRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RunRequest instance
             */
            static create(properties: wijk.v1.RunRequest.$Shape): wijk.v1.RunRequest & wijk.v1.RunRequest.$Shape;
            static create(properties?: wijk.v1.RunRequest.$Properties): wijk.v1.RunRequest;

            /**
             * Encodes the specified RunRequest message. Does not implicitly {@link wijk.v1.RunRequest.verify|verify} messages.
             * @param message RunRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.RunRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.RunRequest & wijk.v1.RunRequest.$Shape} RunRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.RunRequest & wijk.v1.RunRequest.$Shape;

            /**
             * Gets the type url for RunRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RunRequest {

            /** Properties of a RunRequest. */
            interface $Properties {

                /** RunRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** RunRequest experiment */
                experiment?: (string|null);

                /** RunRequest durationS */
                durationS?: (number|null);

                /** RunRequest speed */
                speed?: (string|null);

                /** RunRequest outputDirectory */
                outputDirectory?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunRequest. */
            type $Shape = wijk.v1.RunRequest.$Properties;
        }

        /**
         * Properties of a RunResponse.
         * @deprecated Use wijk.v1.RunResponse.$Properties instead.
         */
        interface IRunResponse extends wijk.v1.RunResponse.$Properties {
        }

        /** Represents a RunResponse. */
        class RunResponse {

            /**
             * Constructs a new RunResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.RunResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunResponse runId. */
            runId: string;

            /** RunResponse outputDirectory. */
            outputDirectory: string;

            /** RunResponse problems. */
            problems: wijk.v1.Problem.$Properties[];

            /**
             * Creates a new RunResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RunResponse instance
             */
            static create(properties: wijk.v1.RunResponse.$Shape): wijk.v1.RunResponse & wijk.v1.RunResponse.$Shape;
            static create(properties?: wijk.v1.RunResponse.$Properties): wijk.v1.RunResponse;

            /**
             * Encodes the specified RunResponse message. Does not implicitly {@link wijk.v1.RunResponse.verify|verify} messages.
             * @param message RunResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.RunResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.RunResponse & wijk.v1.RunResponse.$Shape} RunResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.RunResponse & wijk.v1.RunResponse.$Shape;

            /**
             * Gets the type url for RunResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RunResponse {

            /** Properties of a RunResponse. */
            interface $Properties {

                /** RunResponse runId */
                runId?: (string|null);

                /** RunResponse outputDirectory */
                outputDirectory?: (string|null);

                /** RunResponse problems */
                problems?: (wijk.v1.Problem.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunResponse. */
            type $Shape = wijk.v1.RunResponse.$Properties;
        }

        /**
         * Properties of a WatchExperimentRequest.
         * @deprecated Use wijk.v1.WatchExperimentRequest.$Properties instead.
         */
        interface IWatchExperimentRequest extends wijk.v1.WatchExperimentRequest.$Properties {
        }

        /** Represents a WatchExperimentRequest. */
        class WatchExperimentRequest {

            /**
             * Constructs a new WatchExperimentRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.WatchExperimentRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchExperimentRequest runId. */
            runId: string;

            /**
             * Creates a new WatchExperimentRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchExperimentRequest instance
             */
            static create(properties: wijk.v1.WatchExperimentRequest.$Shape): wijk.v1.WatchExperimentRequest & wijk.v1.WatchExperimentRequest.$Shape;
            static create(properties?: wijk.v1.WatchExperimentRequest.$Properties): wijk.v1.WatchExperimentRequest;

            /**
             * Encodes the specified WatchExperimentRequest message. Does not implicitly {@link wijk.v1.WatchExperimentRequest.verify|verify} messages.
             * @param message WatchExperimentRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.WatchExperimentRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchExperimentRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.WatchExperimentRequest & wijk.v1.WatchExperimentRequest.$Shape} WatchExperimentRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.WatchExperimentRequest & wijk.v1.WatchExperimentRequest.$Shape;

            /**
             * Gets the type url for WatchExperimentRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WatchExperimentRequest {

            /** Properties of a WatchExperimentRequest. */
            interface $Properties {

                /** WatchExperimentRequest runId */
                runId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchExperimentRequest. */
            type $Shape = wijk.v1.WatchExperimentRequest.$Properties;
        }

        /**
         * Properties of a WatchExperimentResponse.
         * @deprecated Use wijk.v1.WatchExperimentResponse.$Properties instead.
         */
        interface IWatchExperimentResponse extends wijk.v1.WatchExperimentResponse.$Properties {
        }

        /** Represents a WatchExperimentResponse. */
        class WatchExperimentResponse {

            /**
             * Constructs a new WatchExperimentResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.WatchExperimentResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchExperimentResponse runId. */
            runId: string;

            /** WatchExperimentResponse phase. */
            phase: wijk.v1.Phase;

            /** WatchExperimentResponse progressRatio. */
            progressRatio: number;

            /** WatchExperimentResponse simulatedS. */
            simulatedS: number;

            /** WatchExperimentResponse text. */
            text: string;

            /** WatchExperimentResponse verdict. */
            verdict?: (wijk.v1.Verdict.$Properties|null);

            /**
             * Creates a new WatchExperimentResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchExperimentResponse instance
             */
            static create(properties: wijk.v1.WatchExperimentResponse.$Shape): wijk.v1.WatchExperimentResponse & wijk.v1.WatchExperimentResponse.$Shape;
            static create(properties?: wijk.v1.WatchExperimentResponse.$Properties): wijk.v1.WatchExperimentResponse;

            /**
             * Encodes the specified WatchExperimentResponse message. Does not implicitly {@link wijk.v1.WatchExperimentResponse.verify|verify} messages.
             * @param message WatchExperimentResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.WatchExperimentResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchExperimentResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.WatchExperimentResponse & wijk.v1.WatchExperimentResponse.$Shape} WatchExperimentResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.WatchExperimentResponse & wijk.v1.WatchExperimentResponse.$Shape;

            /**
             * Gets the type url for WatchExperimentResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WatchExperimentResponse {

            /** Properties of a WatchExperimentResponse. */
            interface $Properties {

                /** WatchExperimentResponse runId */
                runId?: (string|null);

                /** WatchExperimentResponse phase */
                phase?: (wijk.v1.Phase|null);

                /** WatchExperimentResponse progressRatio */
                progressRatio?: (number|null);

                /** WatchExperimentResponse simulatedS */
                simulatedS?: (number|null);

                /** WatchExperimentResponse text */
                text?: (string|null);

                /** WatchExperimentResponse verdict */
                verdict?: (wijk.v1.Verdict.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchExperimentResponse. */
            type $Shape = wijk.v1.WatchExperimentResponse.$Properties;
        }

        /** Phase enum. */
        enum Phase {

            /** PHASE_UNSPECIFIED value */
            PHASE_UNSPECIFIED = 0,

            /** PHASE_PREPARING value */
            PHASE_PREPARING = 1,

            /** PHASE_WAITING_FOR_DEVICES value */
            PHASE_WAITING_FOR_DEVICES = 2,

            /** PHASE_RUNNING value */
            PHASE_RUNNING = 3,

            /** PHASE_JUDGING value */
            PHASE_JUDGING = 4,

            /** PHASE_DONE value */
            PHASE_DONE = 5
        }

        /** Outcome enum. */
        enum Outcome {

            /** OUTCOME_UNSPECIFIED value */
            OUTCOME_UNSPECIFIED = 0,

            /** OUTCOME_PASS value */
            OUTCOME_PASS = 1,

            /** OUTCOME_INCONCLUSIVE value */
            OUTCOME_INCONCLUSIVE = 2,

            /** OUTCOME_FAIL value */
            OUTCOME_FAIL = 3,

            /** OUTCOME_ABORTED value */
            OUTCOME_ABORTED = 4,

            /** OUTCOME_ERROR value */
            OUTCOME_ERROR = 5
        }

        /**
         * Properties of a Verdict.
         * @deprecated Use wijk.v1.Verdict.$Properties instead.
         */
        interface IVerdict extends wijk.v1.Verdict.$Properties {
        }

        /** Represents a Verdict. */
        class Verdict {

            /**
             * Constructs a new Verdict.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Verdict.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Verdict runId. */
            runId: string;

            /** Verdict experiment. */
            experiment: string;

            /** Verdict outcome. */
            outcome: wijk.v1.Outcome;

            /** Verdict criteria. */
            criteria: wijk.v1.CriterionResult.$Properties[];

            /** Verdict benchMode. */
            benchMode: string;

            /** Verdict frameHash. */
            frameHash: string;

            /** Verdict modelHash. */
            modelHash: string;

            /** Verdict outputDirectory. */
            outputDirectory: string;

            /** Verdict remarks. */
            remarks: string[];

            /**
             * Creates a new Verdict instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Verdict instance
             */
            static create(properties: wijk.v1.Verdict.$Shape): wijk.v1.Verdict & wijk.v1.Verdict.$Shape;
            static create(properties?: wijk.v1.Verdict.$Properties): wijk.v1.Verdict;

            /**
             * Encodes the specified Verdict message. Does not implicitly {@link wijk.v1.Verdict.verify|verify} messages.
             * @param message Verdict message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Verdict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Verdict message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Verdict & wijk.v1.Verdict.$Shape} Verdict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Verdict & wijk.v1.Verdict.$Shape;

            /**
             * Gets the type url for Verdict
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Verdict {

            /** Properties of a Verdict. */
            interface $Properties {

                /** Verdict runId */
                runId?: (string|null);

                /** Verdict experiment */
                experiment?: (string|null);

                /** Verdict outcome */
                outcome?: (wijk.v1.Outcome|null);

                /** Verdict criteria */
                criteria?: (wijk.v1.CriterionResult.$Properties[]|null);

                /** Verdict benchMode */
                benchMode?: (string|null);

                /** Verdict frameHash */
                frameHash?: (string|null);

                /** Verdict modelHash */
                modelHash?: (string|null);

                /** Verdict outputDirectory */
                outputDirectory?: (string|null);

                /** Verdict remarks */
                remarks?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Verdict. */
            type $Shape = wijk.v1.Verdict.$Properties;
        }

        /**
         * Properties of a CriterionResult.
         * @deprecated Use wijk.v1.CriterionResult.$Properties instead.
         */
        interface ICriterionResult extends wijk.v1.CriterionResult.$Properties {
        }

        /** Represents a CriterionResult. */
        class CriterionResult {

            /**
             * Constructs a new CriterionResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.CriterionResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CriterionResult id. */
            id: string;

            /** CriterionResult title. */
            title: string;

            /** CriterionResult outcome. */
            outcome: wijk.v1.Outcome;

            /** CriterionResult value. */
            value: number;

            /** CriterionResult unit. */
            unit: string;

            /** CriterionResult limit. */
            limit: number;

            /** CriterionResult margin. */
            margin: number;

            /** CriterionResult coverage. */
            coverage: string;

            /** CriterionResult worstUs. */
            worstUs: number;

            /** CriterionResult explanation. */
            explanation: string;

            /** CriterionResult source. */
            source: string;

            /**
             * Creates a new CriterionResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CriterionResult instance
             */
            static create(properties: wijk.v1.CriterionResult.$Shape): wijk.v1.CriterionResult & wijk.v1.CriterionResult.$Shape;
            static create(properties?: wijk.v1.CriterionResult.$Properties): wijk.v1.CriterionResult;

            /**
             * Encodes the specified CriterionResult message. Does not implicitly {@link wijk.v1.CriterionResult.verify|verify} messages.
             * @param message CriterionResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.CriterionResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CriterionResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.CriterionResult & wijk.v1.CriterionResult.$Shape} CriterionResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.CriterionResult & wijk.v1.CriterionResult.$Shape;

            /**
             * Gets the type url for CriterionResult
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CriterionResult {

            /** Properties of a CriterionResult. */
            interface $Properties {

                /** CriterionResult id */
                id?: (string|null);

                /** CriterionResult title */
                title?: (string|null);

                /** CriterionResult outcome */
                outcome?: (wijk.v1.Outcome|null);

                /** CriterionResult value */
                value?: (number|null);

                /** CriterionResult unit */
                unit?: (string|null);

                /** CriterionResult limit */
                limit?: (number|null);

                /** CriterionResult margin */
                margin?: (number|null);

                /** CriterionResult coverage */
                coverage?: (string|null);

                /** CriterionResult worstUs */
                worstUs?: (number|null);

                /** CriterionResult explanation */
                explanation?: (string|null);

                /** CriterionResult source */
                source?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CriterionResult. */
            type $Shape = wijk.v1.CriterionResult.$Properties;
        }

        /**
         * Properties of a GetVerdictRequest.
         * @deprecated Use wijk.v1.GetVerdictRequest.$Properties instead.
         */
        interface IGetVerdictRequest extends wijk.v1.GetVerdictRequest.$Properties {
        }

        /** Represents a GetVerdictRequest. */
        class GetVerdictRequest {

            /**
             * Constructs a new GetVerdictRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetVerdictRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetVerdictRequest runId. */
            runId: string;

            /**
             * Creates a new GetVerdictRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetVerdictRequest instance
             */
            static create(properties: wijk.v1.GetVerdictRequest.$Shape): wijk.v1.GetVerdictRequest & wijk.v1.GetVerdictRequest.$Shape;
            static create(properties?: wijk.v1.GetVerdictRequest.$Properties): wijk.v1.GetVerdictRequest;

            /**
             * Encodes the specified GetVerdictRequest message. Does not implicitly {@link wijk.v1.GetVerdictRequest.verify|verify} messages.
             * @param message GetVerdictRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetVerdictRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetVerdictRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetVerdictRequest & wijk.v1.GetVerdictRequest.$Shape} GetVerdictRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetVerdictRequest & wijk.v1.GetVerdictRequest.$Shape;

            /**
             * Gets the type url for GetVerdictRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetVerdictRequest {

            /** Properties of a GetVerdictRequest. */
            interface $Properties {

                /** GetVerdictRequest runId */
                runId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetVerdictRequest. */
            type $Shape = wijk.v1.GetVerdictRequest.$Properties;
        }

        /**
         * Properties of a GetVerdictResponse.
         * @deprecated Use wijk.v1.GetVerdictResponse.$Properties instead.
         */
        interface IGetVerdictResponse extends wijk.v1.GetVerdictResponse.$Properties {
        }

        /** Represents a GetVerdictResponse. */
        class GetVerdictResponse {

            /**
             * Constructs a new GetVerdictResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetVerdictResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetVerdictResponse verdict. */
            verdict?: (wijk.v1.Verdict.$Properties|null);

            /**
             * Creates a new GetVerdictResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetVerdictResponse instance
             */
            static create(properties: wijk.v1.GetVerdictResponse.$Shape): wijk.v1.GetVerdictResponse & wijk.v1.GetVerdictResponse.$Shape;
            static create(properties?: wijk.v1.GetVerdictResponse.$Properties): wijk.v1.GetVerdictResponse;

            /**
             * Encodes the specified GetVerdictResponse message. Does not implicitly {@link wijk.v1.GetVerdictResponse.verify|verify} messages.
             * @param message GetVerdictResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetVerdictResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetVerdictResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetVerdictResponse & wijk.v1.GetVerdictResponse.$Shape} GetVerdictResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetVerdictResponse & wijk.v1.GetVerdictResponse.$Shape;

            /**
             * Gets the type url for GetVerdictResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetVerdictResponse {

            /** Properties of a GetVerdictResponse. */
            interface $Properties {

                /** GetVerdictResponse verdict */
                verdict?: (wijk.v1.Verdict.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetVerdictResponse. */
            type $Shape = wijk.v1.GetVerdictResponse.$Properties;
        }

        /**
         * Properties of a GetReportRequest.
         * @deprecated Use wijk.v1.GetReportRequest.$Properties instead.
         */
        interface IGetReportRequest extends wijk.v1.GetReportRequest.$Properties {
        }

        /** Represents a GetReportRequest. */
        class GetReportRequest {

            /**
             * Constructs a new GetReportRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetReportRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetReportRequest runId. */
            runId: string;

            /**
             * Creates a new GetReportRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetReportRequest instance
             */
            static create(properties: wijk.v1.GetReportRequest.$Shape): wijk.v1.GetReportRequest & wijk.v1.GetReportRequest.$Shape;
            static create(properties?: wijk.v1.GetReportRequest.$Properties): wijk.v1.GetReportRequest;

            /**
             * Encodes the specified GetReportRequest message. Does not implicitly {@link wijk.v1.GetReportRequest.verify|verify} messages.
             * @param message GetReportRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetReportRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetReportRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetReportRequest & wijk.v1.GetReportRequest.$Shape} GetReportRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetReportRequest & wijk.v1.GetReportRequest.$Shape;

            /**
             * Gets the type url for GetReportRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetReportRequest {

            /** Properties of a GetReportRequest. */
            interface $Properties {

                /** GetReportRequest runId */
                runId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetReportRequest. */
            type $Shape = wijk.v1.GetReportRequest.$Properties;
        }

        /**
         * Properties of a GetReportResponse.
         * @deprecated Use wijk.v1.GetReportResponse.$Properties instead.
         */
        interface IGetReportResponse extends wijk.v1.GetReportResponse.$Properties {
        }

        /** Represents a GetReportResponse. */
        class GetReportResponse {

            /**
             * Constructs a new GetReportResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetReportResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetReportResponse html. */
            html: string;

            /**
             * Creates a new GetReportResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetReportResponse instance
             */
            static create(properties: wijk.v1.GetReportResponse.$Shape): wijk.v1.GetReportResponse & wijk.v1.GetReportResponse.$Shape;
            static create(properties?: wijk.v1.GetReportResponse.$Properties): wijk.v1.GetReportResponse;

            /**
             * Encodes the specified GetReportResponse message. Does not implicitly {@link wijk.v1.GetReportResponse.verify|verify} messages.
             * @param message GetReportResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetReportResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetReportResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetReportResponse & wijk.v1.GetReportResponse.$Shape} GetReportResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetReportResponse & wijk.v1.GetReportResponse.$Shape;

            /**
             * Gets the type url for GetReportResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetReportResponse {

            /** Properties of a GetReportResponse. */
            interface $Properties {

                /** GetReportResponse html */
                html?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetReportResponse. */
            type $Shape = wijk.v1.GetReportResponse.$Properties;
        }

        /**
         * Properties of an AbortRequest.
         * @deprecated Use wijk.v1.AbortRequest.$Properties instead.
         */
        interface IAbortRequest extends wijk.v1.AbortRequest.$Properties {
        }

        /** Represents an AbortRequest. */
        class AbortRequest {

            /**
             * Constructs a new AbortRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.AbortRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AbortRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /** AbortRequest runId. */
            runId: string;

            /**
             * Creates a new AbortRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AbortRequest instance
             */
            static create(properties: wijk.v1.AbortRequest.$Shape): wijk.v1.AbortRequest & wijk.v1.AbortRequest.$Shape;
            static create(properties?: wijk.v1.AbortRequest.$Properties): wijk.v1.AbortRequest;

            /**
             * Encodes the specified AbortRequest message. Does not implicitly {@link wijk.v1.AbortRequest.verify|verify} messages.
             * @param message AbortRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.AbortRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AbortRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.AbortRequest & wijk.v1.AbortRequest.$Shape} AbortRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.AbortRequest & wijk.v1.AbortRequest.$Shape;

            /**
             * Gets the type url for AbortRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AbortRequest {

            /** Properties of an AbortRequest. */
            interface $Properties {

                /** AbortRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** AbortRequest runId */
                runId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AbortRequest. */
            type $Shape = wijk.v1.AbortRequest.$Properties;
        }

        /**
         * Properties of an AbortResponse.
         * @deprecated Use wijk.v1.AbortResponse.$Properties instead.
         */
        interface IAbortResponse extends wijk.v1.AbortResponse.$Properties {
        }

        /** Represents an AbortResponse. */
        class AbortResponse {

            /**
             * Constructs a new AbortResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.AbortResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new AbortResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AbortResponse instance
             */
            static create(properties: wijk.v1.AbortResponse.$Shape): wijk.v1.AbortResponse & wijk.v1.AbortResponse.$Shape;
            static create(properties?: wijk.v1.AbortResponse.$Properties): wijk.v1.AbortResponse;

            /**
             * Encodes the specified AbortResponse message. Does not implicitly {@link wijk.v1.AbortResponse.verify|verify} messages.
             * @param message AbortResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.AbortResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AbortResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.AbortResponse & wijk.v1.AbortResponse.$Shape} AbortResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.AbortResponse & wijk.v1.AbortResponse.$Shape;

            /**
             * Gets the type url for AbortResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AbortResponse {

            /** Properties of an AbortResponse. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AbortResponse. */
            type $Shape = wijk.v1.AbortResponse.$Properties;
        }

        /**
         * Properties of a ListQuarterHoursRequest.
         * @deprecated Use wijk.v1.ListQuarterHoursRequest.$Properties instead.
         */
        interface IListQuarterHoursRequest extends wijk.v1.ListQuarterHoursRequest.$Properties {
        }

        /** Represents a ListQuarterHoursRequest. */
        class ListQuarterHoursRequest {

            /**
             * Constructs a new ListQuarterHoursRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListQuarterHoursRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListQuarterHoursRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListQuarterHoursRequest instance
             */
            static create(properties: wijk.v1.ListQuarterHoursRequest.$Shape): wijk.v1.ListQuarterHoursRequest & wijk.v1.ListQuarterHoursRequest.$Shape;
            static create(properties?: wijk.v1.ListQuarterHoursRequest.$Properties): wijk.v1.ListQuarterHoursRequest;

            /**
             * Encodes the specified ListQuarterHoursRequest message. Does not implicitly {@link wijk.v1.ListQuarterHoursRequest.verify|verify} messages.
             * @param message ListQuarterHoursRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListQuarterHoursRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListQuarterHoursRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListQuarterHoursRequest & wijk.v1.ListQuarterHoursRequest.$Shape} ListQuarterHoursRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListQuarterHoursRequest & wijk.v1.ListQuarterHoursRequest.$Shape;

            /**
             * Gets the type url for ListQuarterHoursRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListQuarterHoursRequest {

            /** Properties of a ListQuarterHoursRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListQuarterHoursRequest. */
            type $Shape = wijk.v1.ListQuarterHoursRequest.$Properties;
        }

        /**
         * Properties of a ListQuarterHoursResponse.
         * @deprecated Use wijk.v1.ListQuarterHoursResponse.$Properties instead.
         */
        interface IListQuarterHoursResponse extends wijk.v1.ListQuarterHoursResponse.$Properties {
        }

        /** Represents a ListQuarterHoursResponse. */
        class ListQuarterHoursResponse {

            /**
             * Constructs a new ListQuarterHoursResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListQuarterHoursResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListQuarterHoursResponse quarters. */
            quarters: wijk.v1.QuarterHour.$Properties[];

            /**
             * Creates a new ListQuarterHoursResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListQuarterHoursResponse instance
             */
            static create(properties: wijk.v1.ListQuarterHoursResponse.$Shape): wijk.v1.ListQuarterHoursResponse & wijk.v1.ListQuarterHoursResponse.$Shape;
            static create(properties?: wijk.v1.ListQuarterHoursResponse.$Properties): wijk.v1.ListQuarterHoursResponse;

            /**
             * Encodes the specified ListQuarterHoursResponse message. Does not implicitly {@link wijk.v1.ListQuarterHoursResponse.verify|verify} messages.
             * @param message ListQuarterHoursResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListQuarterHoursResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListQuarterHoursResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListQuarterHoursResponse & wijk.v1.ListQuarterHoursResponse.$Shape} ListQuarterHoursResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListQuarterHoursResponse & wijk.v1.ListQuarterHoursResponse.$Shape;

            /**
             * Gets the type url for ListQuarterHoursResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListQuarterHoursResponse {

            /** Properties of a ListQuarterHoursResponse. */
            interface $Properties {

                /** ListQuarterHoursResponse quarters */
                quarters?: (wijk.v1.QuarterHour.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListQuarterHoursResponse. */
            type $Shape = wijk.v1.ListQuarterHoursResponse.$Properties;
        }

        /**
         * Properties of a QuarterHour.
         * @deprecated Use wijk.v1.QuarterHour.$Properties instead.
         */
        interface IQuarterHour extends wijk.v1.QuarterHour.$Properties {
        }

        /** Represents a QuarterHour. */
        class QuarterHour {

            /**
             * Constructs a new QuarterHour.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.QuarterHour.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** QuarterHour startUs. */
            startUs: number;

            /** QuarterHour meanActivePowerW. */
            meanActivePowerW: number;

            /** QuarterHour limitW. */
            limitW: number;

            /** QuarterHour complete. */
            complete: boolean;

            /** QuarterHour substitutedRatio. */
            substitutedRatio: number;

            /** QuarterHour limitFrom. */
            limitFrom: string;

            /** QuarterHour numberInDay. */
            numberInDay: number;

            /**
             * Creates a new QuarterHour instance using the specified properties.
             * @param [properties] Properties to set
             * @returns QuarterHour instance
             */
            static create(properties: wijk.v1.QuarterHour.$Shape): wijk.v1.QuarterHour & wijk.v1.QuarterHour.$Shape;
            static create(properties?: wijk.v1.QuarterHour.$Properties): wijk.v1.QuarterHour;

            /**
             * Encodes the specified QuarterHour message. Does not implicitly {@link wijk.v1.QuarterHour.verify|verify} messages.
             * @param message QuarterHour message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.QuarterHour.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a QuarterHour message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.QuarterHour & wijk.v1.QuarterHour.$Shape} QuarterHour
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.QuarterHour & wijk.v1.QuarterHour.$Shape;

            /**
             * Gets the type url for QuarterHour
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace QuarterHour {

            /** Properties of a QuarterHour. */
            interface $Properties {

                /** QuarterHour startUs */
                startUs?: (number|null);

                /** QuarterHour meanActivePowerW */
                meanActivePowerW?: (number|null);

                /** QuarterHour limitW */
                limitW?: (number|null);

                /** QuarterHour complete */
                complete?: (boolean|null);

                /** QuarterHour substitutedRatio */
                substitutedRatio?: (number|null);

                /** QuarterHour limitFrom */
                limitFrom?: (string|null);

                /** QuarterHour numberInDay */
                numberInDay?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a QuarterHour. */
            type $Shape = wijk.v1.QuarterHour.$Properties;
        }

        /**
         * Properties of a ListTenMinuteMeansRequest.
         * @deprecated Use wijk.v1.ListTenMinuteMeansRequest.$Properties instead.
         */
        interface IListTenMinuteMeansRequest extends wijk.v1.ListTenMinuteMeansRequest.$Properties {
        }

        /** Represents a ListTenMinuteMeansRequest. */
        class ListTenMinuteMeansRequest {

            /**
             * Constructs a new ListTenMinuteMeansRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListTenMinuteMeansRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListTenMinuteMeansRequest withValues. */
            withValues: boolean;

            /**
             * Creates a new ListTenMinuteMeansRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListTenMinuteMeansRequest instance
             */
            static create(properties: wijk.v1.ListTenMinuteMeansRequest.$Shape): wijk.v1.ListTenMinuteMeansRequest & wijk.v1.ListTenMinuteMeansRequest.$Shape;
            static create(properties?: wijk.v1.ListTenMinuteMeansRequest.$Properties): wijk.v1.ListTenMinuteMeansRequest;

            /**
             * Encodes the specified ListTenMinuteMeansRequest message. Does not implicitly {@link wijk.v1.ListTenMinuteMeansRequest.verify|verify} messages.
             * @param message ListTenMinuteMeansRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListTenMinuteMeansRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListTenMinuteMeansRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListTenMinuteMeansRequest & wijk.v1.ListTenMinuteMeansRequest.$Shape} ListTenMinuteMeansRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListTenMinuteMeansRequest & wijk.v1.ListTenMinuteMeansRequest.$Shape;

            /**
             * Gets the type url for ListTenMinuteMeansRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListTenMinuteMeansRequest {

            /** Properties of a ListTenMinuteMeansRequest. */
            interface $Properties {

                /** ListTenMinuteMeansRequest withValues */
                withValues?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListTenMinuteMeansRequest. */
            type $Shape = wijk.v1.ListTenMinuteMeansRequest.$Properties;
        }

        /**
         * Properties of a ListTenMinuteMeansResponse.
         * @deprecated Use wijk.v1.ListTenMinuteMeansResponse.$Properties instead.
         */
        interface IListTenMinuteMeansResponse extends wijk.v1.ListTenMinuteMeansResponse.$Properties {
        }

        /** Represents a ListTenMinuteMeansResponse. */
        class ListTenMinuteMeansResponse {

            /**
             * Constructs a new ListTenMinuteMeansResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListTenMinuteMeansResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListTenMinuteMeansResponse means. */
            means: wijk.v1.TenMinuteMean.$Properties[];

            /**
             * Creates a new ListTenMinuteMeansResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListTenMinuteMeansResponse instance
             */
            static create(properties: wijk.v1.ListTenMinuteMeansResponse.$Shape): wijk.v1.ListTenMinuteMeansResponse & wijk.v1.ListTenMinuteMeansResponse.$Shape;
            static create(properties?: wijk.v1.ListTenMinuteMeansResponse.$Properties): wijk.v1.ListTenMinuteMeansResponse;

            /**
             * Encodes the specified ListTenMinuteMeansResponse message. Does not implicitly {@link wijk.v1.ListTenMinuteMeansResponse.verify|verify} messages.
             * @param message ListTenMinuteMeansResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListTenMinuteMeansResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListTenMinuteMeansResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListTenMinuteMeansResponse & wijk.v1.ListTenMinuteMeansResponse.$Shape} ListTenMinuteMeansResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListTenMinuteMeansResponse & wijk.v1.ListTenMinuteMeansResponse.$Shape;

            /**
             * Gets the type url for ListTenMinuteMeansResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListTenMinuteMeansResponse {

            /** Properties of a ListTenMinuteMeansResponse. */
            interface $Properties {

                /** ListTenMinuteMeansResponse means */
                means?: (wijk.v1.TenMinuteMean.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListTenMinuteMeansResponse. */
            type $Shape = wijk.v1.ListTenMinuteMeansResponse.$Properties;
        }

        /**
         * Properties of a TenMinuteMean.
         * @deprecated Use wijk.v1.TenMinuteMean.$Properties instead.
         */
        interface ITenMinuteMean extends wijk.v1.TenMinuteMean.$Properties {
        }

        /** Represents a TenMinuteMean. */
        class TenMinuteMean {

            /**
             * Constructs a new TenMinuteMean.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.TenMinuteMean.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TenMinuteMean startUs. */
            startUs: number;

            /** TenMinuteMean complete. */
            complete: boolean;

            /** TenMinuteMean voltageMinV. */
            voltageMinV: number;

            /** TenMinuteMean voltageMaxV. */
            voltageMaxV: number;

            /** TenMinuteMean voltageMinNodeIndex. */
            voltageMinNodeIndex: number;

            /** TenMinuteMean voltageMaxNodeIndex. */
            voltageMaxNodeIndex: number;

            /** TenMinuteMean loadingMaxRatio. */
            loadingMaxRatio: number;

            /** TenMinuteMean loadingMaxBranchIndex. */
            loadingMaxBranchIndex: number;

            /** TenMinuteMean voltageV. */
            voltageV: number[];

            /** TenMinuteMean branchLoadingRatio. */
            branchLoadingRatio: number[];

            /**
             * Creates a new TenMinuteMean instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TenMinuteMean instance
             */
            static create(properties: wijk.v1.TenMinuteMean.$Shape): wijk.v1.TenMinuteMean & wijk.v1.TenMinuteMean.$Shape;
            static create(properties?: wijk.v1.TenMinuteMean.$Properties): wijk.v1.TenMinuteMean;

            /**
             * Encodes the specified TenMinuteMean message. Does not implicitly {@link wijk.v1.TenMinuteMean.verify|verify} messages.
             * @param message TenMinuteMean message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.TenMinuteMean.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TenMinuteMean message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.TenMinuteMean & wijk.v1.TenMinuteMean.$Shape} TenMinuteMean
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.TenMinuteMean & wijk.v1.TenMinuteMean.$Shape;

            /**
             * Gets the type url for TenMinuteMean
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TenMinuteMean {

            /** Properties of a TenMinuteMean. */
            interface $Properties {

                /** TenMinuteMean startUs */
                startUs?: (number|null);

                /** TenMinuteMean complete */
                complete?: (boolean|null);

                /** TenMinuteMean voltageMinV */
                voltageMinV?: (number|null);

                /** TenMinuteMean voltageMaxV */
                voltageMaxV?: (number|null);

                /** TenMinuteMean voltageMinNodeIndex */
                voltageMinNodeIndex?: (number|null);

                /** TenMinuteMean voltageMaxNodeIndex */
                voltageMaxNodeIndex?: (number|null);

                /** TenMinuteMean loadingMaxRatio */
                loadingMaxRatio?: (number|null);

                /** TenMinuteMean loadingMaxBranchIndex */
                loadingMaxBranchIndex?: (number|null);

                /** TenMinuteMean voltageV */
                voltageV?: (number[]|null);

                /** TenMinuteMean branchLoadingRatio */
                branchLoadingRatio?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TenMinuteMean. */
            type $Shape = wijk.v1.TenMinuteMean.$Properties;
        }

        /**
         * Properties of a ListEventsRequest.
         * @deprecated Use wijk.v1.ListEventsRequest.$Properties instead.
         */
        interface IListEventsRequest extends wijk.v1.ListEventsRequest.$Properties {
        }

        /** Represents a ListEventsRequest. */
        class ListEventsRequest {

            /**
             * Constructs a new ListEventsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListEventsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListEventsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListEventsRequest instance
             */
            static create(properties: wijk.v1.ListEventsRequest.$Shape): wijk.v1.ListEventsRequest & wijk.v1.ListEventsRequest.$Shape;
            static create(properties?: wijk.v1.ListEventsRequest.$Properties): wijk.v1.ListEventsRequest;

            /**
             * Encodes the specified ListEventsRequest message. Does not implicitly {@link wijk.v1.ListEventsRequest.verify|verify} messages.
             * @param message ListEventsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListEventsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListEventsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListEventsRequest & wijk.v1.ListEventsRequest.$Shape} ListEventsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListEventsRequest & wijk.v1.ListEventsRequest.$Shape;

            /**
             * Gets the type url for ListEventsRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListEventsRequest {

            /** Properties of a ListEventsRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListEventsRequest. */
            type $Shape = wijk.v1.ListEventsRequest.$Properties;
        }

        /**
         * Properties of a ListEventsResponse.
         * @deprecated Use wijk.v1.ListEventsResponse.$Properties instead.
         */
        interface IListEventsResponse extends wijk.v1.ListEventsResponse.$Properties {
        }

        /** Represents a ListEventsResponse. */
        class ListEventsResponse {

            /**
             * Constructs a new ListEventsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListEventsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListEventsResponse events. */
            events: wijk.v1.RecordedEvent.$Properties[];

            /**
             * Creates a new ListEventsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListEventsResponse instance
             */
            static create(properties: wijk.v1.ListEventsResponse.$Shape): wijk.v1.ListEventsResponse & wijk.v1.ListEventsResponse.$Shape;
            static create(properties?: wijk.v1.ListEventsResponse.$Properties): wijk.v1.ListEventsResponse;

            /**
             * Encodes the specified ListEventsResponse message. Does not implicitly {@link wijk.v1.ListEventsResponse.verify|verify} messages.
             * @param message ListEventsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListEventsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListEventsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListEventsResponse & wijk.v1.ListEventsResponse.$Shape} ListEventsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListEventsResponse & wijk.v1.ListEventsResponse.$Shape;

            /**
             * Gets the type url for ListEventsResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListEventsResponse {

            /** Properties of a ListEventsResponse. */
            interface $Properties {

                /** ListEventsResponse events */
                events?: (wijk.v1.RecordedEvent.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListEventsResponse. */
            type $Shape = wijk.v1.ListEventsResponse.$Properties;
        }

        /**
         * Properties of a RecordedEvent.
         * @deprecated Use wijk.v1.RecordedEvent.$Properties instead.
         */
        interface IRecordedEvent extends wijk.v1.RecordedEvent.$Properties {
        }

        /** Represents a RecordedEvent. */
        class RecordedEvent {

            /**
             * Constructs a new RecordedEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.RecordedEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RecordedEvent tick. */
            tick: number;

            /** RecordedEvent timeUs. */
            timeUs: number;

            /** RecordedEvent kind. */
            kind: string;

            /** RecordedEvent subject. */
            subject: string;

            /** RecordedEvent text. */
            text: string;

            /** RecordedEvent actor. */
            actor: string;

            /**
             * Creates a new RecordedEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RecordedEvent instance
             */
            static create(properties: wijk.v1.RecordedEvent.$Shape): wijk.v1.RecordedEvent & wijk.v1.RecordedEvent.$Shape;
            static create(properties?: wijk.v1.RecordedEvent.$Properties): wijk.v1.RecordedEvent;

            /**
             * Encodes the specified RecordedEvent message. Does not implicitly {@link wijk.v1.RecordedEvent.verify|verify} messages.
             * @param message RecordedEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.RecordedEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RecordedEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.RecordedEvent & wijk.v1.RecordedEvent.$Shape} RecordedEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.RecordedEvent & wijk.v1.RecordedEvent.$Shape;

            /**
             * Gets the type url for RecordedEvent
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RecordedEvent {

            /** Properties of a RecordedEvent. */
            interface $Properties {

                /** RecordedEvent tick */
                tick?: (number|null);

                /** RecordedEvent timeUs */
                timeUs?: (number|null);

                /** RecordedEvent kind */
                kind?: (string|null);

                /** RecordedEvent subject */
                subject?: (string|null);

                /** RecordedEvent text */
                text?: (string|null);

                /** RecordedEvent actor */
                actor?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RecordedEvent. */
            type $Shape = wijk.v1.RecordedEvent.$Properties;
        }

        /**
         * Properties of a ReadSeriesRequest.
         * @deprecated Use wijk.v1.ReadSeriesRequest.$Properties instead.
         */
        interface IReadSeriesRequest extends wijk.v1.ReadSeriesRequest.$Properties {
        }

        /** Represents a ReadSeriesRequest. */
        class ReadSeriesRequest {

            /**
             * Constructs a new ReadSeriesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ReadSeriesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReadSeriesRequest columns. */
            columns: string[];

            /** ReadSeriesRequest pointsMax. */
            pointsMax: number;

            /** ReadSeriesRequest fromUs. */
            fromUs: number;

            /** ReadSeriesRequest untilUs. */
            untilUs: number;

            /**
             * Creates a new ReadSeriesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReadSeriesRequest instance
             */
            static create(properties: wijk.v1.ReadSeriesRequest.$Shape): wijk.v1.ReadSeriesRequest & wijk.v1.ReadSeriesRequest.$Shape;
            static create(properties?: wijk.v1.ReadSeriesRequest.$Properties): wijk.v1.ReadSeriesRequest;

            /**
             * Encodes the specified ReadSeriesRequest message. Does not implicitly {@link wijk.v1.ReadSeriesRequest.verify|verify} messages.
             * @param message ReadSeriesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ReadSeriesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReadSeriesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ReadSeriesRequest & wijk.v1.ReadSeriesRequest.$Shape} ReadSeriesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ReadSeriesRequest & wijk.v1.ReadSeriesRequest.$Shape;

            /**
             * Gets the type url for ReadSeriesRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReadSeriesRequest {

            /** Properties of a ReadSeriesRequest. */
            interface $Properties {

                /** ReadSeriesRequest columns */
                columns?: (string[]|null);

                /** ReadSeriesRequest pointsMax */
                pointsMax?: (number|null);

                /** ReadSeriesRequest fromUs */
                fromUs?: (number|null);

                /** ReadSeriesRequest untilUs */
                untilUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReadSeriesRequest. */
            type $Shape = wijk.v1.ReadSeriesRequest.$Properties;
        }

        /**
         * Properties of a ReadSeriesResponse.
         * @deprecated Use wijk.v1.ReadSeriesResponse.$Properties instead.
         */
        interface IReadSeriesResponse extends wijk.v1.ReadSeriesResponse.$Properties {
        }

        /** Represents a ReadSeriesResponse. */
        class ReadSeriesResponse {

            /**
             * Constructs a new ReadSeriesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ReadSeriesResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReadSeriesResponse timeUs. */
            timeUs: number[];

            /** ReadSeriesResponse series. */
            series: wijk.v1.Series.$Properties[];

            /**
             * Creates a new ReadSeriesResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReadSeriesResponse instance
             */
            static create(properties: wijk.v1.ReadSeriesResponse.$Shape): wijk.v1.ReadSeriesResponse & wijk.v1.ReadSeriesResponse.$Shape;
            static create(properties?: wijk.v1.ReadSeriesResponse.$Properties): wijk.v1.ReadSeriesResponse;

            /**
             * Encodes the specified ReadSeriesResponse message. Does not implicitly {@link wijk.v1.ReadSeriesResponse.verify|verify} messages.
             * @param message ReadSeriesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ReadSeriesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReadSeriesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ReadSeriesResponse & wijk.v1.ReadSeriesResponse.$Shape} ReadSeriesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ReadSeriesResponse & wijk.v1.ReadSeriesResponse.$Shape;

            /**
             * Gets the type url for ReadSeriesResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReadSeriesResponse {

            /** Properties of a ReadSeriesResponse. */
            interface $Properties {

                /** ReadSeriesResponse timeUs */
                timeUs?: (number[]|null);

                /** ReadSeriesResponse series */
                series?: (wijk.v1.Series.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReadSeriesResponse. */
            type $Shape = wijk.v1.ReadSeriesResponse.$Properties;
        }

        /**
         * Properties of a Series.
         * @deprecated Use wijk.v1.Series.$Properties instead.
         */
        interface ISeries extends wijk.v1.Series.$Properties {
        }

        /** Represents a Series. */
        class Series {

            /**
             * Constructs a new Series.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Series.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Series column. */
            column: string;

            /** Series unit. */
            unit: string;

            /** Series mean. */
            mean: number[];

            /** Series min. */
            min: number[];

            /** Series max. */
            max: number[];

            /**
             * Creates a new Series instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Series instance
             */
            static create(properties: wijk.v1.Series.$Shape): wijk.v1.Series & wijk.v1.Series.$Shape;
            static create(properties?: wijk.v1.Series.$Properties): wijk.v1.Series;

            /**
             * Encodes the specified Series message. Does not implicitly {@link wijk.v1.Series.verify|verify} messages.
             * @param message Series message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Series.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Series message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Series & wijk.v1.Series.$Shape} Series
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Series & wijk.v1.Series.$Shape;

            /**
             * Gets the type url for Series
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Series {

            /** Properties of a Series. */
            interface $Properties {

                /** Series column */
                column?: (string|null);

                /** Series unit */
                unit?: (string|null);

                /** Series mean */
                mean?: (number[]|null);

                /** Series min */
                min?: (number[]|null);

                /** Series max */
                max?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Series. */
            type $Shape = wijk.v1.Series.$Properties;
        }

        /**
         * Properties of a SummarizeSlotsRequest.
         * @deprecated Use wijk.v1.SummarizeSlotsRequest.$Properties instead.
         */
        interface ISummarizeSlotsRequest extends wijk.v1.SummarizeSlotsRequest.$Properties {
        }

        /** Represents a SummarizeSlotsRequest. */
        class SummarizeSlotsRequest {

            /**
             * Constructs a new SummarizeSlotsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SummarizeSlotsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new SummarizeSlotsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SummarizeSlotsRequest instance
             */
            static create(properties: wijk.v1.SummarizeSlotsRequest.$Shape): wijk.v1.SummarizeSlotsRequest & wijk.v1.SummarizeSlotsRequest.$Shape;
            static create(properties?: wijk.v1.SummarizeSlotsRequest.$Properties): wijk.v1.SummarizeSlotsRequest;

            /**
             * Encodes the specified SummarizeSlotsRequest message. Does not implicitly {@link wijk.v1.SummarizeSlotsRequest.verify|verify} messages.
             * @param message SummarizeSlotsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SummarizeSlotsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SummarizeSlotsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SummarizeSlotsRequest & wijk.v1.SummarizeSlotsRequest.$Shape} SummarizeSlotsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SummarizeSlotsRequest & wijk.v1.SummarizeSlotsRequest.$Shape;

            /**
             * Gets the type url for SummarizeSlotsRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SummarizeSlotsRequest {

            /** Properties of a SummarizeSlotsRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SummarizeSlotsRequest. */
            type $Shape = wijk.v1.SummarizeSlotsRequest.$Properties;
        }

        /**
         * Properties of a SummarizeSlotsResponse.
         * @deprecated Use wijk.v1.SummarizeSlotsResponse.$Properties instead.
         */
        interface ISummarizeSlotsResponse extends wijk.v1.SummarizeSlotsResponse.$Properties {
        }

        /** Represents a SummarizeSlotsResponse. */
        class SummarizeSlotsResponse {

            /**
             * Constructs a new SummarizeSlotsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SummarizeSlotsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SummarizeSlotsResponse slots. */
            slots: wijk.v1.SlotSummary.$Properties[];

            /**
             * Creates a new SummarizeSlotsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SummarizeSlotsResponse instance
             */
            static create(properties: wijk.v1.SummarizeSlotsResponse.$Shape): wijk.v1.SummarizeSlotsResponse & wijk.v1.SummarizeSlotsResponse.$Shape;
            static create(properties?: wijk.v1.SummarizeSlotsResponse.$Properties): wijk.v1.SummarizeSlotsResponse;

            /**
             * Encodes the specified SummarizeSlotsResponse message. Does not implicitly {@link wijk.v1.SummarizeSlotsResponse.verify|verify} messages.
             * @param message SummarizeSlotsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SummarizeSlotsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SummarizeSlotsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SummarizeSlotsResponse & wijk.v1.SummarizeSlotsResponse.$Shape} SummarizeSlotsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SummarizeSlotsResponse & wijk.v1.SummarizeSlotsResponse.$Shape;

            /**
             * Gets the type url for SummarizeSlotsResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SummarizeSlotsResponse {

            /** Properties of a SummarizeSlotsResponse. */
            interface $Properties {

                /** SummarizeSlotsResponse slots */
                slots?: (wijk.v1.SlotSummary.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SummarizeSlotsResponse. */
            type $Shape = wijk.v1.SummarizeSlotsResponse.$Properties;
        }

        /**
         * Properties of a SlotSummary.
         * @deprecated Use wijk.v1.SlotSummary.$Properties instead.
         */
        interface ISlotSummary extends wijk.v1.SlotSummary.$Properties {
        }

        /** Represents a SlotSummary. */
        class SlotSummary {

            /**
             * Constructs a new SlotSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SlotSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SlotSummary slotIndex. */
            slotIndex: number;

            /** SlotSummary energyWh. */
            energyWh: number;

            /** SlotSummary powerMaxW. */
            powerMaxW: number;

            /** SlotSummary powerMinW. */
            powerMinW: number;

            /** SlotSummary comfortDeficitKh. */
            comfortDeficitKh: number;

            /** SlotSummary ticksOnModel. */
            ticksOnModel: number;

            /** SlotSummary ticksOnDevice. */
            ticksOnDevice: number;

            /** SlotSummary ticksOnFallback. */
            ticksOnFallback: number;

            /** SlotSummary energyDeficitWh. */
            energyDeficitWh: number;

            /** SlotSummary coldShowers. */
            coldShowers: number;

            /** SlotSummary energyThroughputWh. */
            energyThroughputWh: number;

            /**
             * Creates a new SlotSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SlotSummary instance
             */
            static create(properties: wijk.v1.SlotSummary.$Shape): wijk.v1.SlotSummary & wijk.v1.SlotSummary.$Shape;
            static create(properties?: wijk.v1.SlotSummary.$Properties): wijk.v1.SlotSummary;

            /**
             * Encodes the specified SlotSummary message. Does not implicitly {@link wijk.v1.SlotSummary.verify|verify} messages.
             * @param message SlotSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SlotSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SlotSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SlotSummary & wijk.v1.SlotSummary.$Shape} SlotSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SlotSummary & wijk.v1.SlotSummary.$Shape;

            /**
             * Gets the type url for SlotSummary
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SlotSummary {

            /** Properties of a SlotSummary. */
            interface $Properties {

                /** SlotSummary slotIndex */
                slotIndex?: (number|null);

                /** SlotSummary energyWh */
                energyWh?: (number|null);

                /** SlotSummary powerMaxW */
                powerMaxW?: (number|null);

                /** SlotSummary powerMinW */
                powerMinW?: (number|null);

                /** SlotSummary comfortDeficitKh */
                comfortDeficitKh?: (number|null);

                /** SlotSummary ticksOnModel */
                ticksOnModel?: (number|null);

                /** SlotSummary ticksOnDevice */
                ticksOnDevice?: (number|null);

                /** SlotSummary ticksOnFallback */
                ticksOnFallback?: (number|null);

                /** SlotSummary energyDeficitWh */
                energyDeficitWh?: (number|null);

                /** SlotSummary coldShowers */
                coldShowers?: (number|null);

                /** SlotSummary energyThroughputWh */
                energyThroughputWh?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SlotSummary. */
            type $Shape = wijk.v1.SlotSummary.$Properties;
        }

        /**
         * Properties of a ListLedgerRequest.
         * @deprecated Use wijk.v1.ListLedgerRequest.$Properties instead.
         */
        interface IListLedgerRequest extends wijk.v1.ListLedgerRequest.$Properties {
        }

        /** Represents a ListLedgerRequest. */
        class ListLedgerRequest {

            /**
             * Constructs a new ListLedgerRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListLedgerRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListLedgerRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListLedgerRequest instance
             */
            static create(properties: wijk.v1.ListLedgerRequest.$Shape): wijk.v1.ListLedgerRequest & wijk.v1.ListLedgerRequest.$Shape;
            static create(properties?: wijk.v1.ListLedgerRequest.$Properties): wijk.v1.ListLedgerRequest;

            /**
             * Encodes the specified ListLedgerRequest message. Does not implicitly {@link wijk.v1.ListLedgerRequest.verify|verify} messages.
             * @param message ListLedgerRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListLedgerRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListLedgerRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListLedgerRequest & wijk.v1.ListLedgerRequest.$Shape} ListLedgerRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListLedgerRequest & wijk.v1.ListLedgerRequest.$Shape;

            /**
             * Gets the type url for ListLedgerRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListLedgerRequest {

            /** Properties of a ListLedgerRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListLedgerRequest. */
            type $Shape = wijk.v1.ListLedgerRequest.$Properties;
        }

        /**
         * Properties of a ListLedgerResponse.
         * @deprecated Use wijk.v1.ListLedgerResponse.$Properties instead.
         */
        interface IListLedgerResponse extends wijk.v1.ListLedgerResponse.$Properties {
        }

        /** Represents a ListLedgerResponse. */
        class ListLedgerResponse {

            /**
             * Constructs a new ListLedgerResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListLedgerResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListLedgerResponse entries. */
            entries: wijk.v1.LedgerEntry.$Properties[];

            /**
             * Creates a new ListLedgerResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListLedgerResponse instance
             */
            static create(properties: wijk.v1.ListLedgerResponse.$Shape): wijk.v1.ListLedgerResponse & wijk.v1.ListLedgerResponse.$Shape;
            static create(properties?: wijk.v1.ListLedgerResponse.$Properties): wijk.v1.ListLedgerResponse;

            /**
             * Encodes the specified ListLedgerResponse message. Does not implicitly {@link wijk.v1.ListLedgerResponse.verify|verify} messages.
             * @param message ListLedgerResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListLedgerResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListLedgerResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListLedgerResponse & wijk.v1.ListLedgerResponse.$Shape} ListLedgerResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListLedgerResponse & wijk.v1.ListLedgerResponse.$Shape;

            /**
             * Gets the type url for ListLedgerResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListLedgerResponse {

            /** Properties of a ListLedgerResponse. */
            interface $Properties {

                /** ListLedgerResponse entries */
                entries?: (wijk.v1.LedgerEntry.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListLedgerResponse. */
            type $Shape = wijk.v1.ListLedgerResponse.$Properties;
        }

        /**
         * Properties of a LedgerEntry.
         * @deprecated Use wijk.v1.LedgerEntry.$Properties instead.
         */
        interface ILedgerEntry extends wijk.v1.LedgerEntry.$Properties {
        }

        /** Represents a LedgerEntry. */
        class LedgerEntry {

            /**
             * Constructs a new LedgerEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.LedgerEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LedgerEntry startUs. */
            startUs: number;

            /** LedgerEntry allowedW. */
            allowedW: number;

            /** LedgerEntry measuredW. */
            measuredW: number;

            /** LedgerEntry excessW. */
            excessW: number;

            /** LedgerEntry excessWh. */
            excessWh: number;

            /** LedgerEntry limitFrom. */
            limitFrom: string;

            /**
             * Creates a new LedgerEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LedgerEntry instance
             */
            static create(properties: wijk.v1.LedgerEntry.$Shape): wijk.v1.LedgerEntry & wijk.v1.LedgerEntry.$Shape;
            static create(properties?: wijk.v1.LedgerEntry.$Properties): wijk.v1.LedgerEntry;

            /**
             * Encodes the specified LedgerEntry message. Does not implicitly {@link wijk.v1.LedgerEntry.verify|verify} messages.
             * @param message LedgerEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.LedgerEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LedgerEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.LedgerEntry & wijk.v1.LedgerEntry.$Shape} LedgerEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.LedgerEntry & wijk.v1.LedgerEntry.$Shape;

            /**
             * Gets the type url for LedgerEntry
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LedgerEntry {

            /** Properties of a LedgerEntry. */
            interface $Properties {

                /** LedgerEntry startUs */
                startUs?: (number|null);

                /** LedgerEntry allowedW */
                allowedW?: (number|null);

                /** LedgerEntry measuredW */
                measuredW?: (number|null);

                /** LedgerEntry excessW */
                excessW?: (number|null);

                /** LedgerEntry excessWh */
                excessWh?: (number|null);

                /** LedgerEntry limitFrom */
                limitFrom?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LedgerEntry. */
            type $Shape = wijk.v1.LedgerEntry.$Properties;
        }

        /**
         * Properties of a GetSettlementRequest.
         * @deprecated Use wijk.v1.GetSettlementRequest.$Properties instead.
         */
        interface IGetSettlementRequest extends wijk.v1.GetSettlementRequest.$Properties {
        }

        /** Represents a GetSettlementRequest. */
        class GetSettlementRequest {

            /**
             * Constructs a new GetSettlementRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetSettlementRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetSettlementRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetSettlementRequest instance
             */
            static create(properties: wijk.v1.GetSettlementRequest.$Shape): wijk.v1.GetSettlementRequest & wijk.v1.GetSettlementRequest.$Shape;
            static create(properties?: wijk.v1.GetSettlementRequest.$Properties): wijk.v1.GetSettlementRequest;

            /**
             * Encodes the specified GetSettlementRequest message. Does not implicitly {@link wijk.v1.GetSettlementRequest.verify|verify} messages.
             * @param message GetSettlementRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetSettlementRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetSettlementRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetSettlementRequest & wijk.v1.GetSettlementRequest.$Shape} GetSettlementRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetSettlementRequest & wijk.v1.GetSettlementRequest.$Shape;

            /**
             * Gets the type url for GetSettlementRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetSettlementRequest {

            /** Properties of a GetSettlementRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetSettlementRequest. */
            type $Shape = wijk.v1.GetSettlementRequest.$Properties;
        }

        /**
         * Properties of a GetSettlementResponse.
         * @deprecated Use wijk.v1.GetSettlementResponse.$Properties instead.
         */
        interface IGetSettlementResponse extends wijk.v1.GetSettlementResponse.$Properties {
        }

        /** Represents a GetSettlementResponse. */
        class GetSettlementResponse {

            /**
             * Constructs a new GetSettlementResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetSettlementResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetSettlementResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetSettlementResponse instance
             */
            static create(properties: wijk.v1.GetSettlementResponse.$Shape): wijk.v1.GetSettlementResponse & wijk.v1.GetSettlementResponse.$Shape;
            static create(properties?: wijk.v1.GetSettlementResponse.$Properties): wijk.v1.GetSettlementResponse;

            /**
             * Encodes the specified GetSettlementResponse message. Does not implicitly {@link wijk.v1.GetSettlementResponse.verify|verify} messages.
             * @param message GetSettlementResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetSettlementResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetSettlementResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetSettlementResponse & wijk.v1.GetSettlementResponse.$Shape} GetSettlementResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetSettlementResponse & wijk.v1.GetSettlementResponse.$Shape;

            /**
             * Gets the type url for GetSettlementResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetSettlementResponse {

            /** Properties of a GetSettlementResponse. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetSettlementResponse. */
            type $Shape = wijk.v1.GetSettlementResponse.$Properties;
        }

        /**
         * Properties of an ExportRequest.
         * @deprecated Use wijk.v1.ExportRequest.$Properties instead.
         */
        interface IExportRequest extends wijk.v1.ExportRequest.$Properties {
        }

        /** Represents an ExportRequest. */
        class ExportRequest {

            /**
             * Constructs a new ExportRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ExportRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExportRequest directory. */
            directory: string;

            /**
             * Creates a new ExportRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ExportRequest instance
             */
            static create(properties: wijk.v1.ExportRequest.$Shape): wijk.v1.ExportRequest & wijk.v1.ExportRequest.$Shape;
            static create(properties?: wijk.v1.ExportRequest.$Properties): wijk.v1.ExportRequest;

            /**
             * Encodes the specified ExportRequest message. Does not implicitly {@link wijk.v1.ExportRequest.verify|verify} messages.
             * @param message ExportRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ExportRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExportRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ExportRequest & wijk.v1.ExportRequest.$Shape} ExportRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ExportRequest & wijk.v1.ExportRequest.$Shape;

            /**
             * Gets the type url for ExportRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ExportRequest {

            /** Properties of an ExportRequest. */
            interface $Properties {

                /** ExportRequest directory */
                directory?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ExportRequest. */
            type $Shape = wijk.v1.ExportRequest.$Properties;
        }

        /**
         * Properties of an ExportResponse.
         * @deprecated Use wijk.v1.ExportResponse.$Properties instead.
         */
        interface IExportResponse extends wijk.v1.ExportResponse.$Properties {
        }

        /** Represents an ExportResponse. */
        class ExportResponse {

            /**
             * Constructs a new ExportResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ExportResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExportResponse files. */
            files: string[];

            /**
             * Creates a new ExportResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ExportResponse instance
             */
            static create(properties: wijk.v1.ExportResponse.$Shape): wijk.v1.ExportResponse & wijk.v1.ExportResponse.$Shape;
            static create(properties?: wijk.v1.ExportResponse.$Properties): wijk.v1.ExportResponse;

            /**
             * Encodes the specified ExportResponse message. Does not implicitly {@link wijk.v1.ExportResponse.verify|verify} messages.
             * @param message ExportResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ExportResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExportResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ExportResponse & wijk.v1.ExportResponse.$Shape} ExportResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ExportResponse & wijk.v1.ExportResponse.$Shape;

            /**
             * Gets the type url for ExportResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ExportResponse {

            /** Properties of an ExportResponse. */
            interface $Properties {

                /** ExportResponse files */
                files?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ExportResponse. */
            type $Shape = wijk.v1.ExportResponse.$Properties;
        }

        /**
         * Properties of an AttachRequest.
         * @deprecated Use wijk.v1.AttachRequest.$Properties instead.
         */
        interface IAttachRequest extends wijk.v1.AttachRequest.$Properties {
        }

        /** Represents an AttachRequest. */
        class AttachRequest {

            /**
             * Constructs a new AttachRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.AttachRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AttachRequest hello. */
            hello?: (wijk.v1.Hello.$Properties|null);

            /** AttachRequest bind. */
            bind?: (wijk.v1.Bind.$Properties|null);

            /** AttachRequest unbind. */
            unbind?: (wijk.v1.Unbind.$Properties|null);

            /** AttachRequest readings. */
            readings?: (wijk.v1.ReadingBatch.$Properties|null);

            /** AttachRequest heartbeat. */
            heartbeat?: (wijk.v1.Heartbeat.$Properties|null);

            /** AttachRequest notice. */
            notice?: (wijk.v1.Notice.$Properties|null);

            /** AttachRequest timing. */
            timing?: (wijk.v1.TimingReport.$Properties|null);

            /** AttachRequest message. */
            message?: ("hello"|"bind"|"unbind"|"readings"|"heartbeat"|"notice"|"timing");

            /**
             * Creates a new AttachRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AttachRequest instance
             */
            static create(properties: wijk.v1.AttachRequest.$Shape): wijk.v1.AttachRequest & wijk.v1.AttachRequest.$Shape;
            static create(properties?: wijk.v1.AttachRequest.$Properties): wijk.v1.AttachRequest;

            /**
             * Encodes the specified AttachRequest message. Does not implicitly {@link wijk.v1.AttachRequest.verify|verify} messages.
             * @param message AttachRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.AttachRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AttachRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.AttachRequest & wijk.v1.AttachRequest.$Shape} AttachRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.AttachRequest & wijk.v1.AttachRequest.$Shape;

            /**
             * Gets the type url for AttachRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AttachRequest {

            /** Properties of an AttachRequest. */
            interface $Properties {

                /** AttachRequest hello */
                hello?: (wijk.v1.Hello.$Properties|null);

                /** AttachRequest bind */
                bind?: (wijk.v1.Bind.$Properties|null);

                /** AttachRequest unbind */
                unbind?: (wijk.v1.Unbind.$Properties|null);

                /** AttachRequest readings */
                readings?: (wijk.v1.ReadingBatch.$Properties|null);

                /** AttachRequest heartbeat */
                heartbeat?: (wijk.v1.Heartbeat.$Properties|null);

                /** AttachRequest notice */
                notice?: (wijk.v1.Notice.$Properties|null);

                /** AttachRequest timing */
                timing?: (wijk.v1.TimingReport.$Properties|null);

                /** AttachRequest message */
                message?: ("hello"|"bind"|"unbind"|"readings"|"heartbeat"|"notice"|"timing");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an AttachRequest. */
            type $Shape = {
              hello?: wijk.v1.Hello.$Shape|null;
              bind?: wijk.v1.Bind.$Shape|null;
              unbind?: wijk.v1.Unbind.$Shape|null;
              readings?: wijk.v1.ReadingBatch.$Shape|null;
              heartbeat?: wijk.v1.Heartbeat.$Shape|null;
              notice?: wijk.v1.Notice.$Shape|null;
              timing?: wijk.v1.TimingReport.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; hello?: null; bind?: null; unbind?: null; readings?: null; heartbeat?: null; notice?: null; timing?: null }|{ message?: "hello"; hello: wijk.v1.Hello.$Shape; bind?: null; unbind?: null; readings?: null; heartbeat?: null; notice?: null; timing?: null }|{ message?: "bind"; hello?: null; bind: wijk.v1.Bind.$Shape; unbind?: null; readings?: null; heartbeat?: null; notice?: null; timing?: null }|{ message?: "unbind"; hello?: null; bind?: null; unbind: wijk.v1.Unbind.$Shape; readings?: null; heartbeat?: null; notice?: null; timing?: null }|{ message?: "readings"; hello?: null; bind?: null; unbind?: null; readings: wijk.v1.ReadingBatch.$Shape; heartbeat?: null; notice?: null; timing?: null }|{ message?: "heartbeat"; hello?: null; bind?: null; unbind?: null; readings?: null; heartbeat: wijk.v1.Heartbeat.$Shape; notice?: null; timing?: null }|{ message?: "notice"; hello?: null; bind?: null; unbind?: null; readings?: null; heartbeat?: null; notice: wijk.v1.Notice.$Shape; timing?: null }|{ message?: "timing"; hello?: null; bind?: null; unbind?: null; readings?: null; heartbeat?: null; notice?: null; timing: wijk.v1.TimingReport.$Shape })
            );
        }

        /**
         * Properties of a Hello.
         * @deprecated Use wijk.v1.Hello.$Properties instead.
         */
        interface IHello extends wijk.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello benchName. */
            benchName: string;

            /** Hello actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            static create(properties: wijk.v1.Hello.$Shape): wijk.v1.Hello & wijk.v1.Hello.$Shape;
            static create(properties?: wijk.v1.Hello.$Properties): wijk.v1.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link wijk.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Hello & wijk.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Hello & wijk.v1.Hello.$Shape;

            /**
             * Gets the type url for Hello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello benchName */
                benchName?: (string|null);

                /** Hello actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = wijk.v1.Hello.$Properties;
        }

        /**
         * Properties of a Bind.
         * @deprecated Use wijk.v1.Bind.$Properties instead.
         */
        interface IBind extends wijk.v1.Bind.$Properties {
        }

        /** Represents a Bind. */
        class Bind {

            /**
             * Constructs a new Bind.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Bind.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Bind slotId. */
            slotId: string;

            /** Bind kind. */
            kind: wijk.v1.LeaseKind;

            /** Bind deviceId. */
            deviceId: string;

            /** Bind deviceIdentity. */
            deviceIdentity: string;

            /** Bind scaleRatio. */
            scaleRatio: number;

            /** Bind freshnessLimitS. */
            freshnessLimitS: number;

            /** Bind safeSetpointW. */
            safeSetpointW: number;

            /** Bind revertTimeS. */
            revertTimeS: number;

            /** Bind observeOnly. */
            observeOnly: boolean;

            /** Bind phaseA. */
            phaseA: boolean;

            /** Bind phaseB. */
            phaseB: boolean;

            /** Bind phaseC. */
            phaseC: boolean;

            /**
             * Creates a new Bind instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Bind instance
             */
            static create(properties: wijk.v1.Bind.$Shape): wijk.v1.Bind & wijk.v1.Bind.$Shape;
            static create(properties?: wijk.v1.Bind.$Properties): wijk.v1.Bind;

            /**
             * Encodes the specified Bind message. Does not implicitly {@link wijk.v1.Bind.verify|verify} messages.
             * @param message Bind message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Bind.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Bind message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Bind & wijk.v1.Bind.$Shape} Bind
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Bind & wijk.v1.Bind.$Shape;

            /**
             * Gets the type url for Bind
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Bind {

            /** Properties of a Bind. */
            interface $Properties {

                /** Bind slotId */
                slotId?: (string|null);

                /** Bind kind */
                kind?: (wijk.v1.LeaseKind|null);

                /** Bind deviceId */
                deviceId?: (string|null);

                /** Bind deviceIdentity */
                deviceIdentity?: (string|null);

                /** Bind scaleRatio */
                scaleRatio?: (number|null);

                /** Bind freshnessLimitS */
                freshnessLimitS?: (number|null);

                /** Bind safeSetpointW */
                safeSetpointW?: (number|null);

                /** Bind revertTimeS */
                revertTimeS?: (number|null);

                /** Bind observeOnly */
                observeOnly?: (boolean|null);

                /** Bind phaseA */
                phaseA?: (boolean|null);

                /** Bind phaseB */
                phaseB?: (boolean|null);

                /** Bind phaseC */
                phaseC?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Bind. */
            type $Shape = wijk.v1.Bind.$Properties;
        }

        /**
         * Properties of an Unbind.
         * @deprecated Use wijk.v1.Unbind.$Properties instead.
         */
        interface IUnbind extends wijk.v1.Unbind.$Properties {
        }

        /** Represents an Unbind. */
        class Unbind {

            /**
             * Constructs a new Unbind.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Unbind.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Unbind slotId. */
            slotId: string;

            /** Unbind reason. */
            reason: string;

            /**
             * Creates a new Unbind instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Unbind instance
             */
            static create(properties: wijk.v1.Unbind.$Shape): wijk.v1.Unbind & wijk.v1.Unbind.$Shape;
            static create(properties?: wijk.v1.Unbind.$Properties): wijk.v1.Unbind;

            /**
             * Encodes the specified Unbind message. Does not implicitly {@link wijk.v1.Unbind.verify|verify} messages.
             * @param message Unbind message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Unbind.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Unbind message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Unbind & wijk.v1.Unbind.$Shape} Unbind
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Unbind & wijk.v1.Unbind.$Shape;

            /**
             * Gets the type url for Unbind
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Unbind {

            /** Properties of an Unbind. */
            interface $Properties {

                /** Unbind slotId */
                slotId?: (string|null);

                /** Unbind reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Unbind. */
            type $Shape = wijk.v1.Unbind.$Properties;
        }

        /**
         * Properties of a Notice.
         * @deprecated Use wijk.v1.Notice.$Properties instead.
         */
        interface INotice extends wijk.v1.Notice.$Properties {
        }

        /** Represents a Notice. */
        class Notice {

            /**
             * Constructs a new Notice.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Notice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Notice slotId. */
            slotId: string;

            /** Notice kind. */
            kind: string;

            /** Notice text. */
            text: string;

            /**
             * Creates a new Notice instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Notice instance
             */
            static create(properties: wijk.v1.Notice.$Shape): wijk.v1.Notice & wijk.v1.Notice.$Shape;
            static create(properties?: wijk.v1.Notice.$Properties): wijk.v1.Notice;

            /**
             * Encodes the specified Notice message. Does not implicitly {@link wijk.v1.Notice.verify|verify} messages.
             * @param message Notice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Notice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Notice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Notice & wijk.v1.Notice.$Shape} Notice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Notice & wijk.v1.Notice.$Shape;

            /**
             * Gets the type url for Notice
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Notice {

            /** Properties of a Notice. */
            interface $Properties {

                /** Notice slotId */
                slotId?: (string|null);

                /** Notice kind */
                kind?: (string|null);

                /** Notice text */
                text?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Notice. */
            type $Shape = wijk.v1.Notice.$Properties;
        }

        /**
         * Properties of a TimingReport.
         * @deprecated Use wijk.v1.TimingReport.$Properties instead.
         */
        interface ITimingReport extends wijk.v1.TimingReport.$Properties {
        }

        /** Represents a TimingReport. */
        class TimingReport {

            /**
             * Constructs a new TimingReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.TimingReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TimingReport parts. */
            parts: wijk.v1.PartTiming.$Properties[];

            /**
             * Creates a new TimingReport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TimingReport instance
             */
            static create(properties: wijk.v1.TimingReport.$Shape): wijk.v1.TimingReport & wijk.v1.TimingReport.$Shape;
            static create(properties?: wijk.v1.TimingReport.$Properties): wijk.v1.TimingReport;

            /**
             * Encodes the specified TimingReport message. Does not implicitly {@link wijk.v1.TimingReport.verify|verify} messages.
             * @param message TimingReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.TimingReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TimingReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.TimingReport & wijk.v1.TimingReport.$Shape} TimingReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.TimingReport & wijk.v1.TimingReport.$Shape;

            /**
             * Gets the type url for TimingReport
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TimingReport {

            /** Properties of a TimingReport. */
            interface $Properties {

                /** TimingReport parts */
                parts?: (wijk.v1.PartTiming.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TimingReport. */
            type $Shape = wijk.v1.TimingReport.$Properties;
        }

        /**
         * Properties of a PartTiming.
         * @deprecated Use wijk.v1.PartTiming.$Properties instead.
         */
        interface IPartTiming extends wijk.v1.PartTiming.$Properties {
        }

        /** Represents a PartTiming. */
        class PartTiming {

            /**
             * Constructs a new PartTiming.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.PartTiming.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PartTiming part. */
            part: string;

            /** PartTiming id. */
            id: string;

            /** PartTiming timing. */
            timing?: (wijk.v1.Timing.$Properties|null);

            /**
             * Creates a new PartTiming instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PartTiming instance
             */
            static create(properties: wijk.v1.PartTiming.$Shape): wijk.v1.PartTiming & wijk.v1.PartTiming.$Shape;
            static create(properties?: wijk.v1.PartTiming.$Properties): wijk.v1.PartTiming;

            /**
             * Encodes the specified PartTiming message. Does not implicitly {@link wijk.v1.PartTiming.verify|verify} messages.
             * @param message PartTiming message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.PartTiming.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PartTiming message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.PartTiming & wijk.v1.PartTiming.$Shape} PartTiming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.PartTiming & wijk.v1.PartTiming.$Shape;

            /**
             * Gets the type url for PartTiming
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PartTiming {

            /** Properties of a PartTiming. */
            interface $Properties {

                /** PartTiming part */
                part?: (string|null);

                /** PartTiming id */
                id?: (string|null);

                /** PartTiming timing */
                timing?: (wijk.v1.Timing.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PartTiming. */
            type $Shape = wijk.v1.PartTiming.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use wijk.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends wijk.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat benchMonotonicUs. */
            benchMonotonicUs: number;

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Heartbeat instance
             */
            static create(properties: wijk.v1.Heartbeat.$Shape): wijk.v1.Heartbeat & wijk.v1.Heartbeat.$Shape;
            static create(properties?: wijk.v1.Heartbeat.$Properties): wijk.v1.Heartbeat;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link wijk.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Heartbeat & wijk.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Heartbeat & wijk.v1.Heartbeat.$Shape;

            /**
             * Gets the type url for Heartbeat
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat benchMonotonicUs */
                benchMonotonicUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = wijk.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a ReadingBatch.
         * @deprecated Use wijk.v1.ReadingBatch.$Properties instead.
         */
        interface IReadingBatch extends wijk.v1.ReadingBatch.$Properties {
        }

        /** Represents a ReadingBatch. */
        class ReadingBatch {

            /**
             * Constructs a new ReadingBatch.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ReadingBatch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReadingBatch readings. */
            readings: wijk.v1.Reading.$Properties[];

            /** ReadingBatch benchMonotonicUs. */
            benchMonotonicUs: number;

            /**
             * Creates a new ReadingBatch instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReadingBatch instance
             */
            static create(properties: wijk.v1.ReadingBatch.$Shape): wijk.v1.ReadingBatch & wijk.v1.ReadingBatch.$Shape;
            static create(properties?: wijk.v1.ReadingBatch.$Properties): wijk.v1.ReadingBatch;

            /**
             * Encodes the specified ReadingBatch message. Does not implicitly {@link wijk.v1.ReadingBatch.verify|verify} messages.
             * @param message ReadingBatch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ReadingBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReadingBatch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ReadingBatch & wijk.v1.ReadingBatch.$Shape} ReadingBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ReadingBatch & wijk.v1.ReadingBatch.$Shape;

            /**
             * Gets the type url for ReadingBatch
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReadingBatch {

            /** Properties of a ReadingBatch. */
            interface $Properties {

                /** ReadingBatch readings */
                readings?: (wijk.v1.Reading.$Properties[]|null);

                /** ReadingBatch benchMonotonicUs */
                benchMonotonicUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReadingBatch. */
            type $Shape = wijk.v1.ReadingBatch.$Properties;
        }

        /**
         * Properties of a Reading.
         * @deprecated Use wijk.v1.Reading.$Properties instead.
         */
        interface IReading extends wijk.v1.Reading.$Properties {
        }

        /** Represents a Reading. */
        class Reading {

            /**
             * Constructs a new Reading.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Reading.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reading slotId. */
            slotId: string;

            /** Reading sequence. */
            sequence: number;

            /** Reading ageUs. */
            ageUs: number;

            /** Reading quality. */
            quality: wijk.v1.Quality;

            /** Reading activePowerAW. */
            activePowerAW: number;

            /** Reading activePowerBW. */
            activePowerBW: number;

            /** Reading activePowerCW. */
            activePowerCW: number;

            /** Reading reactivePowerVar. */
            reactivePowerVar: number;

            /** Reading stateOfChargeRatio. */
            stateOfChargeRatio?: (number|null);

            /** Reading temperatureC. */
            temperatureC?: (number|null);

            /** Reading voltageAV. */
            voltageAV?: (number|null);

            /** Reading voltageBV. */
            voltageBV?: (number|null);

            /** Reading voltageCV. */
            voltageCV?: (number|null);

            /**
             * Creates a new Reading instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Reading instance
             */
            static create(properties: wijk.v1.Reading.$Shape): wijk.v1.Reading & wijk.v1.Reading.$Shape;
            static create(properties?: wijk.v1.Reading.$Properties): wijk.v1.Reading;

            /**
             * Encodes the specified Reading message. Does not implicitly {@link wijk.v1.Reading.verify|verify} messages.
             * @param message Reading message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Reading.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reading message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Reading & wijk.v1.Reading.$Shape} Reading
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Reading & wijk.v1.Reading.$Shape;

            /**
             * Gets the type url for Reading
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Reading {

            /** Properties of a Reading. */
            interface $Properties {

                /** Reading slotId */
                slotId?: (string|null);

                /** Reading sequence */
                sequence?: (number|null);

                /** Reading ageUs */
                ageUs?: (number|null);

                /** Reading quality */
                quality?: (wijk.v1.Quality|null);

                /** Reading activePowerAW */
                activePowerAW?: (number|null);

                /** Reading activePowerBW */
                activePowerBW?: (number|null);

                /** Reading activePowerCW */
                activePowerCW?: (number|null);

                /** Reading reactivePowerVar */
                reactivePowerVar?: (number|null);

                /** Reading stateOfChargeRatio */
                stateOfChargeRatio?: (number|null);

                /** Reading temperatureC */
                temperatureC?: (number|null);

                /** Reading voltageAV */
                voltageAV?: (number|null);

                /** Reading voltageBV */
                voltageBV?: (number|null);

                /** Reading voltageCV */
                voltageCV?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reading. */
            type $Shape = wijk.v1.Reading.$Properties;
        }

        /**
         * Properties of an AttachResponse.
         * @deprecated Use wijk.v1.AttachResponse.$Properties instead.
         */
        interface IAttachResponse extends wijk.v1.AttachResponse.$Properties {
        }

        /** Represents an AttachResponse. */
        class AttachResponse {

            /**
             * Constructs a new AttachResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.AttachResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AttachResponse bindResult. */
            bindResult?: (wijk.v1.BindResult.$Properties|null);

            /** AttachResponse setpoints. */
            setpoints?: (wijk.v1.SetpointBatch.$Properties|null);

            /** AttachResponse heartbeat. */
            heartbeat?: (wijk.v1.HeartbeatReply.$Properties|null);

            /** AttachResponse message. */
            message?: ("bindResult"|"setpoints"|"heartbeat");

            /**
             * Creates a new AttachResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AttachResponse instance
             */
            static create(properties: wijk.v1.AttachResponse.$Shape): wijk.v1.AttachResponse & wijk.v1.AttachResponse.$Shape;
            static create(properties?: wijk.v1.AttachResponse.$Properties): wijk.v1.AttachResponse;

            /**
             * Encodes the specified AttachResponse message. Does not implicitly {@link wijk.v1.AttachResponse.verify|verify} messages.
             * @param message AttachResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.AttachResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AttachResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.AttachResponse & wijk.v1.AttachResponse.$Shape} AttachResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.AttachResponse & wijk.v1.AttachResponse.$Shape;

            /**
             * Gets the type url for AttachResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AttachResponse {

            /** Properties of an AttachResponse. */
            interface $Properties {

                /** AttachResponse bindResult */
                bindResult?: (wijk.v1.BindResult.$Properties|null);

                /** AttachResponse setpoints */
                setpoints?: (wijk.v1.SetpointBatch.$Properties|null);

                /** AttachResponse heartbeat */
                heartbeat?: (wijk.v1.HeartbeatReply.$Properties|null);

                /** AttachResponse message */
                message?: ("bindResult"|"setpoints"|"heartbeat");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an AttachResponse. */
            type $Shape = {
              bindResult?: wijk.v1.BindResult.$Shape|null;
              setpoints?: wijk.v1.SetpointBatch.$Shape|null;
              heartbeat?: wijk.v1.HeartbeatReply.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; bindResult?: null; setpoints?: null; heartbeat?: null }|{ message?: "bindResult"; bindResult: wijk.v1.BindResult.$Shape; setpoints?: null; heartbeat?: null }|{ message?: "setpoints"; bindResult?: null; setpoints: wijk.v1.SetpointBatch.$Shape; heartbeat?: null }|{ message?: "heartbeat"; bindResult?: null; setpoints?: null; heartbeat: wijk.v1.HeartbeatReply.$Shape })
            );
        }

        /**
         * Properties of a BindResult.
         * @deprecated Use wijk.v1.BindResult.$Properties instead.
         */
        interface IBindResult extends wijk.v1.BindResult.$Properties {
        }

        /** Represents a BindResult. */
        class BindResult {

            /**
             * Constructs a new BindResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.BindResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BindResult slotId. */
            slotId: string;

            /** BindResult accepted. */
            accepted: boolean;

            /** BindResult reason. */
            reason: string;

            /** BindResult slotIndex. */
            slotIndex: number;

            /**
             * Creates a new BindResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BindResult instance
             */
            static create(properties: wijk.v1.BindResult.$Shape): wijk.v1.BindResult & wijk.v1.BindResult.$Shape;
            static create(properties?: wijk.v1.BindResult.$Properties): wijk.v1.BindResult;

            /**
             * Encodes the specified BindResult message. Does not implicitly {@link wijk.v1.BindResult.verify|verify} messages.
             * @param message BindResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.BindResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BindResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.BindResult & wijk.v1.BindResult.$Shape} BindResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.BindResult & wijk.v1.BindResult.$Shape;

            /**
             * Gets the type url for BindResult
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BindResult {

            /** Properties of a BindResult. */
            interface $Properties {

                /** BindResult slotId */
                slotId?: (string|null);

                /** BindResult accepted */
                accepted?: (boolean|null);

                /** BindResult reason */
                reason?: (string|null);

                /** BindResult slotIndex */
                slotIndex?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BindResult. */
            type $Shape = wijk.v1.BindResult.$Properties;
        }

        /**
         * Properties of a SetpointBatch.
         * @deprecated Use wijk.v1.SetpointBatch.$Properties instead.
         */
        interface ISetpointBatch extends wijk.v1.SetpointBatch.$Properties {
        }

        /** Represents a SetpointBatch. */
        class SetpointBatch {

            /**
             * Constructs a new SetpointBatch.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SetpointBatch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetpointBatch tick. */
            tick: number;

            /** SetpointBatch setpoints. */
            setpoints: wijk.v1.Setpoint.$Properties[];

            /** SetpointBatch twinMonotonicUs. */
            twinMonotonicUs: number;

            /**
             * Creates a new SetpointBatch instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetpointBatch instance
             */
            static create(properties: wijk.v1.SetpointBatch.$Shape): wijk.v1.SetpointBatch & wijk.v1.SetpointBatch.$Shape;
            static create(properties?: wijk.v1.SetpointBatch.$Properties): wijk.v1.SetpointBatch;

            /**
             * Encodes the specified SetpointBatch message. Does not implicitly {@link wijk.v1.SetpointBatch.verify|verify} messages.
             * @param message SetpointBatch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SetpointBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetpointBatch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SetpointBatch & wijk.v1.SetpointBatch.$Shape} SetpointBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SetpointBatch & wijk.v1.SetpointBatch.$Shape;

            /**
             * Gets the type url for SetpointBatch
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SetpointBatch {

            /** Properties of a SetpointBatch. */
            interface $Properties {

                /** SetpointBatch tick */
                tick?: (number|null);

                /** SetpointBatch setpoints */
                setpoints?: (wijk.v1.Setpoint.$Properties[]|null);

                /** SetpointBatch twinMonotonicUs */
                twinMonotonicUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetpointBatch. */
            type $Shape = wijk.v1.SetpointBatch.$Properties;
        }

        /**
         * Properties of a Setpoint.
         * @deprecated Use wijk.v1.Setpoint.$Properties instead.
         */
        interface ISetpoint extends wijk.v1.Setpoint.$Properties {
        }

        /** Represents a Setpoint. */
        class Setpoint {

            /**
             * Constructs a new Setpoint.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Setpoint.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Setpoint slotId. */
            slotId: string;

            /** Setpoint activePowerW. */
            activePowerW: number;

            /** Setpoint from. */
            from: wijk.v1.Role;

            /** Setpoint sequence. */
            sequence: number;

            /**
             * Creates a new Setpoint instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Setpoint instance
             */
            static create(properties: wijk.v1.Setpoint.$Shape): wijk.v1.Setpoint & wijk.v1.Setpoint.$Shape;
            static create(properties?: wijk.v1.Setpoint.$Properties): wijk.v1.Setpoint;

            /**
             * Encodes the specified Setpoint message. Does not implicitly {@link wijk.v1.Setpoint.verify|verify} messages.
             * @param message Setpoint message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Setpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Setpoint message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Setpoint & wijk.v1.Setpoint.$Shape} Setpoint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Setpoint & wijk.v1.Setpoint.$Shape;

            /**
             * Gets the type url for Setpoint
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Setpoint {

            /** Properties of a Setpoint. */
            interface $Properties {

                /** Setpoint slotId */
                slotId?: (string|null);

                /** Setpoint activePowerW */
                activePowerW?: (number|null);

                /** Setpoint from */
                from?: (wijk.v1.Role|null);

                /** Setpoint sequence */
                sequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Setpoint. */
            type $Shape = wijk.v1.Setpoint.$Properties;
        }

        /**
         * Properties of a HeartbeatReply.
         * @deprecated Use wijk.v1.HeartbeatReply.$Properties instead.
         */
        interface IHeartbeatReply extends wijk.v1.HeartbeatReply.$Properties {
        }

        /** Represents a HeartbeatReply. */
        class HeartbeatReply {

            /**
             * Constructs a new HeartbeatReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.HeartbeatReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HeartbeatReply benchMonotonicUs. */
            benchMonotonicUs: number;

            /** HeartbeatReply twinMonotonicUs. */
            twinMonotonicUs: number;

            /**
             * Creates a new HeartbeatReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HeartbeatReply instance
             */
            static create(properties: wijk.v1.HeartbeatReply.$Shape): wijk.v1.HeartbeatReply & wijk.v1.HeartbeatReply.$Shape;
            static create(properties?: wijk.v1.HeartbeatReply.$Properties): wijk.v1.HeartbeatReply;

            /**
             * Encodes the specified HeartbeatReply message. Does not implicitly {@link wijk.v1.HeartbeatReply.verify|verify} messages.
             * @param message HeartbeatReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.HeartbeatReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HeartbeatReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.HeartbeatReply & wijk.v1.HeartbeatReply.$Shape} HeartbeatReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.HeartbeatReply & wijk.v1.HeartbeatReply.$Shape;

            /**
             * Gets the type url for HeartbeatReply
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HeartbeatReply {

            /** Properties of a HeartbeatReply. */
            interface $Properties {

                /** HeartbeatReply benchMonotonicUs */
                benchMonotonicUs?: (number|null);

                /** HeartbeatReply twinMonotonicUs */
                twinMonotonicUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HeartbeatReply. */
            type $Shape = wijk.v1.HeartbeatReply.$Properties;
        }

        /**
         * Properties of a ListLeasesRequest.
         * @deprecated Use wijk.v1.ListLeasesRequest.$Properties instead.
         */
        interface IListLeasesRequest extends wijk.v1.ListLeasesRequest.$Properties {
        }

        /** Represents a ListLeasesRequest. */
        class ListLeasesRequest {

            /**
             * Constructs a new ListLeasesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListLeasesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListLeasesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListLeasesRequest instance
             */
            static create(properties: wijk.v1.ListLeasesRequest.$Shape): wijk.v1.ListLeasesRequest & wijk.v1.ListLeasesRequest.$Shape;
            static create(properties?: wijk.v1.ListLeasesRequest.$Properties): wijk.v1.ListLeasesRequest;

            /**
             * Encodes the specified ListLeasesRequest message. Does not implicitly {@link wijk.v1.ListLeasesRequest.verify|verify} messages.
             * @param message ListLeasesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListLeasesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListLeasesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListLeasesRequest & wijk.v1.ListLeasesRequest.$Shape} ListLeasesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListLeasesRequest & wijk.v1.ListLeasesRequest.$Shape;

            /**
             * Gets the type url for ListLeasesRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListLeasesRequest {

            /** Properties of a ListLeasesRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListLeasesRequest. */
            type $Shape = wijk.v1.ListLeasesRequest.$Properties;
        }

        /**
         * Properties of a ListLeasesResponse.
         * @deprecated Use wijk.v1.ListLeasesResponse.$Properties instead.
         */
        interface IListLeasesResponse extends wijk.v1.ListLeasesResponse.$Properties {
        }

        /** Represents a ListLeasesResponse. */
        class ListLeasesResponse {

            /**
             * Constructs a new ListLeasesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ListLeasesResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListLeasesResponse leases. */
            leases: wijk.v1.Lease.$Properties[];

            /**
             * Creates a new ListLeasesResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListLeasesResponse instance
             */
            static create(properties: wijk.v1.ListLeasesResponse.$Shape): wijk.v1.ListLeasesResponse & wijk.v1.ListLeasesResponse.$Shape;
            static create(properties?: wijk.v1.ListLeasesResponse.$Properties): wijk.v1.ListLeasesResponse;

            /**
             * Encodes the specified ListLeasesResponse message. Does not implicitly {@link wijk.v1.ListLeasesResponse.verify|verify} messages.
             * @param message ListLeasesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ListLeasesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListLeasesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ListLeasesResponse & wijk.v1.ListLeasesResponse.$Shape} ListLeasesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ListLeasesResponse & wijk.v1.ListLeasesResponse.$Shape;

            /**
             * Gets the type url for ListLeasesResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ListLeasesResponse {

            /** Properties of a ListLeasesResponse. */
            interface $Properties {

                /** ListLeasesResponse leases */
                leases?: (wijk.v1.Lease.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListLeasesResponse. */
            type $Shape = wijk.v1.ListLeasesResponse.$Properties;
        }

        /**
         * Properties of a Lease.
         * @deprecated Use wijk.v1.Lease.$Properties instead.
         */
        interface ILease extends wijk.v1.Lease.$Properties {
        }

        /** Represents a Lease. */
        class Lease {

            /**
             * Constructs a new Lease.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Lease.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Lease slotId. */
            slotId: string;

            /** Lease kind. */
            kind: wijk.v1.LeaseKind;

            /** Lease benchName. */
            benchName: string;

            /** Lease deviceId. */
            deviceId: string;

            /** Lease deviceIdentity. */
            deviceIdentity: string;

            /** Lease connected. */
            connected: boolean;

            /** Lease readings. */
            readings: number;

            /** Lease readingsLost. */
            readingsLost: number;

            /** Lease scaleRatio. */
            scaleRatio: number;

            /** Lease freshnessLimitS. */
            freshnessLimitS: number;

            /** Lease observeOnly. */
            observeOnly: boolean;

            /**
             * Creates a new Lease instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Lease instance
             */
            static create(properties: wijk.v1.Lease.$Shape): wijk.v1.Lease & wijk.v1.Lease.$Shape;
            static create(properties?: wijk.v1.Lease.$Properties): wijk.v1.Lease;

            /**
             * Encodes the specified Lease message. Does not implicitly {@link wijk.v1.Lease.verify|verify} messages.
             * @param message Lease message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Lease.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Lease message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Lease & wijk.v1.Lease.$Shape} Lease
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Lease & wijk.v1.Lease.$Shape;

            /**
             * Gets the type url for Lease
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Lease {

            /** Properties of a Lease. */
            interface $Properties {

                /** Lease slotId */
                slotId?: (string|null);

                /** Lease kind */
                kind?: (wijk.v1.LeaseKind|null);

                /** Lease benchName */
                benchName?: (string|null);

                /** Lease deviceId */
                deviceId?: (string|null);

                /** Lease deviceIdentity */
                deviceIdentity?: (string|null);

                /** Lease connected */
                connected?: (boolean|null);

                /** Lease readings */
                readings?: (number|null);

                /** Lease readingsLost */
                readingsLost?: (number|null);

                /** Lease scaleRatio */
                scaleRatio?: (number|null);

                /** Lease freshnessLimitS */
                freshnessLimitS?: (number|null);

                /** Lease observeOnly */
                observeOnly?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Lease. */
            type $Shape = wijk.v1.Lease.$Properties;
        }

        /**
         * Properties of a DecideRequest.
         * @deprecated Use wijk.v1.DecideRequest.$Properties instead.
         */
        interface IDecideRequest extends wijk.v1.DecideRequest.$Properties {
        }

        /** Represents a DecideRequest. */
        class DecideRequest {

            /**
             * Constructs a new DecideRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.DecideRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DecideRequest hello. */
            hello?: (wijk.v1.StrategyHello.$Properties|null);

            /** DecideRequest decision. */
            decision?: (wijk.v1.Decision.$Properties|null);

            /** DecideRequest message. */
            message?: ("hello"|"decision");

            /**
             * Creates a new DecideRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DecideRequest instance
             */
            static create(properties: wijk.v1.DecideRequest.$Shape): wijk.v1.DecideRequest & wijk.v1.DecideRequest.$Shape;
            static create(properties?: wijk.v1.DecideRequest.$Properties): wijk.v1.DecideRequest;

            /**
             * Encodes the specified DecideRequest message. Does not implicitly {@link wijk.v1.DecideRequest.verify|verify} messages.
             * @param message DecideRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.DecideRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DecideRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.DecideRequest & wijk.v1.DecideRequest.$Shape} DecideRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.DecideRequest & wijk.v1.DecideRequest.$Shape;

            /**
             * Gets the type url for DecideRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DecideRequest {

            /** Properties of a DecideRequest. */
            interface $Properties {

                /** DecideRequest hello */
                hello?: (wijk.v1.StrategyHello.$Properties|null);

                /** DecideRequest decision */
                decision?: (wijk.v1.Decision.$Properties|null);

                /** DecideRequest message */
                message?: ("hello"|"decision");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a DecideRequest. */
            type $Shape = {
              hello?: wijk.v1.StrategyHello.$Shape|null;
              decision?: wijk.v1.Decision.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; hello?: null; decision?: null }|{ message?: "hello"; hello: wijk.v1.StrategyHello.$Shape; decision?: null }|{ message?: "decision"; hello?: null; decision: wijk.v1.Decision.$Shape })
            );
        }

        /**
         * Properties of a StrategyHello.
         * @deprecated Use wijk.v1.StrategyHello.$Properties instead.
         */
        interface IStrategyHello extends wijk.v1.StrategyHello.$Properties {
        }

        /** Represents a StrategyHello. */
        class StrategyHello {

            /**
             * Constructs a new StrategyHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.StrategyHello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StrategyHello actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /** StrategyHello columns. */
            columns: string[];

            /** StrategyHello deadlineS. */
            deadlineS: number;

            /** StrategyHello holdTicks. */
            holdTicks: number;

            /**
             * Creates a new StrategyHello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StrategyHello instance
             */
            static create(properties: wijk.v1.StrategyHello.$Shape): wijk.v1.StrategyHello & wijk.v1.StrategyHello.$Shape;
            static create(properties?: wijk.v1.StrategyHello.$Properties): wijk.v1.StrategyHello;

            /**
             * Encodes the specified StrategyHello message. Does not implicitly {@link wijk.v1.StrategyHello.verify|verify} messages.
             * @param message StrategyHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.StrategyHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StrategyHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.StrategyHello & wijk.v1.StrategyHello.$Shape} StrategyHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.StrategyHello & wijk.v1.StrategyHello.$Shape;

            /**
             * Gets the type url for StrategyHello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StrategyHello {

            /** Properties of a StrategyHello. */
            interface $Properties {

                /** StrategyHello actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** StrategyHello columns */
                columns?: (string[]|null);

                /** StrategyHello deadlineS */
                deadlineS?: (number|null);

                /** StrategyHello holdTicks */
                holdTicks?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StrategyHello. */
            type $Shape = wijk.v1.StrategyHello.$Properties;
        }

        /**
         * Properties of a Decision.
         * @deprecated Use wijk.v1.Decision.$Properties instead.
         */
        interface IDecision extends wijk.v1.Decision.$Properties {
        }

        /** Represents a Decision. */
        class Decision {

            /**
             * Constructs a new Decision.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Decision.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Decision tick. */
            tick: number;

            /** Decision setpoints. */
            setpoints: wijk.v1.SlotDecision.$Properties[];

            /**
             * Creates a new Decision instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Decision instance
             */
            static create(properties: wijk.v1.Decision.$Shape): wijk.v1.Decision & wijk.v1.Decision.$Shape;
            static create(properties?: wijk.v1.Decision.$Properties): wijk.v1.Decision;

            /**
             * Encodes the specified Decision message. Does not implicitly {@link wijk.v1.Decision.verify|verify} messages.
             * @param message Decision message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Decision.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Decision message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Decision & wijk.v1.Decision.$Shape} Decision
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Decision & wijk.v1.Decision.$Shape;

            /**
             * Gets the type url for Decision
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Decision {

            /** Properties of a Decision. */
            interface $Properties {

                /** Decision tick */
                tick?: (number|null);

                /** Decision setpoints */
                setpoints?: (wijk.v1.SlotDecision.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Decision. */
            type $Shape = wijk.v1.Decision.$Properties;
        }

        /**
         * Properties of a SlotDecision.
         * @deprecated Use wijk.v1.SlotDecision.$Properties instead.
         */
        interface ISlotDecision extends wijk.v1.SlotDecision.$Properties {
        }

        /** Represents a SlotDecision. */
        class SlotDecision {

            /**
             * Constructs a new SlotDecision.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SlotDecision.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SlotDecision slotIndex. */
            slotIndex: number;

            /** SlotDecision activePowerW. */
            activePowerW: number;

            /** SlotDecision sgReady. */
            sgReady: wijk.v1.SgReady;

            /**
             * Creates a new SlotDecision instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SlotDecision instance
             */
            static create(properties: wijk.v1.SlotDecision.$Shape): wijk.v1.SlotDecision & wijk.v1.SlotDecision.$Shape;
            static create(properties?: wijk.v1.SlotDecision.$Properties): wijk.v1.SlotDecision;

            /**
             * Encodes the specified SlotDecision message. Does not implicitly {@link wijk.v1.SlotDecision.verify|verify} messages.
             * @param message SlotDecision message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SlotDecision.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SlotDecision message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SlotDecision & wijk.v1.SlotDecision.$Shape} SlotDecision
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SlotDecision & wijk.v1.SlotDecision.$Shape;

            /**
             * Gets the type url for SlotDecision
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SlotDecision {

            /** Properties of a SlotDecision. */
            interface $Properties {

                /** SlotDecision slotIndex */
                slotIndex?: (number|null);

                /** SlotDecision activePowerW */
                activePowerW?: (number|null);

                /** SlotDecision sgReady */
                sgReady?: (wijk.v1.SgReady|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SlotDecision. */
            type $Shape = wijk.v1.SlotDecision.$Properties;
        }

        /**
         * Properties of a DecideResponse.
         * @deprecated Use wijk.v1.DecideResponse.$Properties instead.
         */
        interface IDecideResponse extends wijk.v1.DecideResponse.$Properties {
        }

        /** Represents a DecideResponse. */
        class DecideResponse {

            /**
             * Constructs a new DecideResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.DecideResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DecideResponse observation. */
            observation?: (wijk.v1.Observation.$Properties|null);

            /** DecideResponse notice. */
            notice?: (wijk.v1.StrategyNotice.$Properties|null);

            /** DecideResponse message. */
            message?: ("observation"|"notice");

            /**
             * Creates a new DecideResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DecideResponse instance
             */
            static create(properties: wijk.v1.DecideResponse.$Shape): wijk.v1.DecideResponse & wijk.v1.DecideResponse.$Shape;
            static create(properties?: wijk.v1.DecideResponse.$Properties): wijk.v1.DecideResponse;

            /**
             * Encodes the specified DecideResponse message. Does not implicitly {@link wijk.v1.DecideResponse.verify|verify} messages.
             * @param message DecideResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.DecideResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DecideResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.DecideResponse & wijk.v1.DecideResponse.$Shape} DecideResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.DecideResponse & wijk.v1.DecideResponse.$Shape;

            /**
             * Gets the type url for DecideResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DecideResponse {

            /** Properties of a DecideResponse. */
            interface $Properties {

                /** DecideResponse observation */
                observation?: (wijk.v1.Observation.$Properties|null);

                /** DecideResponse notice */
                notice?: (wijk.v1.StrategyNotice.$Properties|null);

                /** DecideResponse message */
                message?: ("observation"|"notice");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a DecideResponse. */
            type $Shape = {
              observation?: wijk.v1.Observation.$Shape|null;
              notice?: wijk.v1.StrategyNotice.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; observation?: null; notice?: null }|{ message?: "observation"; observation: wijk.v1.Observation.$Shape; notice?: null }|{ message?: "notice"; observation?: null; notice: wijk.v1.StrategyNotice.$Shape })
            );
        }

        /**
         * Properties of an Observation.
         * @deprecated Use wijk.v1.Observation.$Properties instead.
         */
        interface IObservation extends wijk.v1.Observation.$Properties {
        }

        /** Represents an Observation. */
        class Observation {

            /**
             * Constructs a new Observation.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Observation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Observation tick. */
            tick: number;

            /** Observation frame. */
            frame?: (wijk.v1.Frame.$Properties|null);

            /** Observation deadlineS. */
            deadlineS: number;

            /**
             * Creates a new Observation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Observation instance
             */
            static create(properties: wijk.v1.Observation.$Shape): wijk.v1.Observation & wijk.v1.Observation.$Shape;
            static create(properties?: wijk.v1.Observation.$Properties): wijk.v1.Observation;

            /**
             * Encodes the specified Observation message. Does not implicitly {@link wijk.v1.Observation.verify|verify} messages.
             * @param message Observation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Observation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Observation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Observation & wijk.v1.Observation.$Shape} Observation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Observation & wijk.v1.Observation.$Shape;

            /**
             * Gets the type url for Observation
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Observation {

            /** Properties of an Observation. */
            interface $Properties {

                /** Observation tick */
                tick?: (number|null);

                /** Observation frame */
                frame?: (wijk.v1.Frame.$Properties|null);

                /** Observation deadlineS */
                deadlineS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Observation. */
            type $Shape = wijk.v1.Observation.$Properties;
        }

        /**
         * Properties of a StrategyNotice.
         * @deprecated Use wijk.v1.StrategyNotice.$Properties instead.
         */
        interface IStrategyNotice extends wijk.v1.StrategyNotice.$Properties {
        }

        /** Represents a StrategyNotice. */
        class StrategyNotice {

            /**
             * Constructs a new StrategyNotice.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.StrategyNotice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StrategyNotice text. */
            text: string;

            /** StrategyNotice decisionsMissed. */
            decisionsMissed: number;

            /**
             * Creates a new StrategyNotice instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StrategyNotice instance
             */
            static create(properties: wijk.v1.StrategyNotice.$Shape): wijk.v1.StrategyNotice & wijk.v1.StrategyNotice.$Shape;
            static create(properties?: wijk.v1.StrategyNotice.$Properties): wijk.v1.StrategyNotice;

            /**
             * Encodes the specified StrategyNotice message. Does not implicitly {@link wijk.v1.StrategyNotice.verify|verify} messages.
             * @param message StrategyNotice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.StrategyNotice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StrategyNotice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.StrategyNotice & wijk.v1.StrategyNotice.$Shape} StrategyNotice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.StrategyNotice & wijk.v1.StrategyNotice.$Shape;

            /**
             * Gets the type url for StrategyNotice
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StrategyNotice {

            /** Properties of a StrategyNotice. */
            interface $Properties {

                /** StrategyNotice text */
                text?: (string|null);

                /** StrategyNotice decisionsMissed */
                decisionsMissed?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StrategyNotice. */
            type $Shape = wijk.v1.StrategyNotice.$Properties;
        }

        /**
         * Properties of a LoadRequest.
         * @deprecated Use wijk.v1.LoadRequest.$Properties instead.
         */
        interface ILoadRequest extends wijk.v1.LoadRequest.$Properties {
        }

        /** Represents a LoadRequest. */
        class LoadRequest {

            /**
             * Constructs a new LoadRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.LoadRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LoadRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /** LoadRequest wijk. */
            wijk: string;

            /** LoadRequest startUs. */
            startUs: number;

            /** LoadRequest durationS. */
            durationS: number;

            /** LoadRequest tickS. */
            tickS: number;

            /** LoadRequest seed. */
            seed: number;

            /** LoadRequest strategy. */
            strategy?: (wijk.v1.StrategySpec.$Properties|null);

            /** LoadRequest groupLimitW. */
            groupLimitW: number;

            /** LoadRequest weather. */
            weather?: (wijk.v1.WeatherSpec.$Properties|null);

            /** LoadRequest speed. */
            speed: number;

            /** LoadRequest recordDirectory. */
            recordDirectory: string;

            /** LoadRequest labels. */
            labels: { [k: string]: string };

            /** LoadRequest record. */
            record?: (wijk.v1.RecordSpec.$Properties|null);

            /**
             * Creates a new LoadRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LoadRequest instance
             */
            static create(properties: wijk.v1.LoadRequest.$Shape): wijk.v1.LoadRequest & wijk.v1.LoadRequest.$Shape;
            static create(properties?: wijk.v1.LoadRequest.$Properties): wijk.v1.LoadRequest;

            /**
             * Encodes the specified LoadRequest message. Does not implicitly {@link wijk.v1.LoadRequest.verify|verify} messages.
             * @param message LoadRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.LoadRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LoadRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.LoadRequest & wijk.v1.LoadRequest.$Shape} LoadRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.LoadRequest & wijk.v1.LoadRequest.$Shape;

            /**
             * Gets the type url for LoadRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LoadRequest {

            /** Properties of a LoadRequest. */
            interface $Properties {

                /** LoadRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** LoadRequest wijk */
                wijk?: (string|null);

                /** LoadRequest startUs */
                startUs?: (number|null);

                /** LoadRequest durationS */
                durationS?: (number|null);

                /** LoadRequest tickS */
                tickS?: (number|null);

                /** LoadRequest seed */
                seed?: (number|null);

                /** LoadRequest strategy */
                strategy?: (wijk.v1.StrategySpec.$Properties|null);

                /** LoadRequest groupLimitW */
                groupLimitW?: (number|null);

                /** LoadRequest weather */
                weather?: (wijk.v1.WeatherSpec.$Properties|null);

                /** LoadRequest speed */
                speed?: (number|null);

                /** LoadRequest recordDirectory */
                recordDirectory?: (string|null);

                /** LoadRequest labels */
                labels?: ({ [k: string]: string }|null);

                /** LoadRequest record */
                record?: (wijk.v1.RecordSpec.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LoadRequest. */
            type $Shape = wijk.v1.LoadRequest.$Properties;
        }

        /**
         * Properties of a RecordSpec.
         * @deprecated Use wijk.v1.RecordSpec.$Properties instead.
         */
        interface IRecordSpec extends wijk.v1.RecordSpec.$Properties {
        }

        /** Represents a RecordSpec. */
        class RecordSpec {

            /**
             * Constructs a new RecordSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.RecordSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RecordSpec wijkSamplePeriodS. */
            wijkSamplePeriodS: number;

            /** RecordSpec slotSamplePeriodS. */
            slotSamplePeriodS: number;

            /** RecordSpec noSlotSamples. */
            noSlotSamples: boolean;

            /** RecordSpec extremesOnly. */
            extremesOnly: boolean;

            /**
             * Creates a new RecordSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RecordSpec instance
             */
            static create(properties: wijk.v1.RecordSpec.$Shape): wijk.v1.RecordSpec & wijk.v1.RecordSpec.$Shape;
            static create(properties?: wijk.v1.RecordSpec.$Properties): wijk.v1.RecordSpec;

            /**
             * Encodes the specified RecordSpec message. Does not implicitly {@link wijk.v1.RecordSpec.verify|verify} messages.
             * @param message RecordSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.RecordSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RecordSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.RecordSpec & wijk.v1.RecordSpec.$Shape} RecordSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.RecordSpec & wijk.v1.RecordSpec.$Shape;

            /**
             * Gets the type url for RecordSpec
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RecordSpec {

            /** Properties of a RecordSpec. */
            interface $Properties {

                /** RecordSpec wijkSamplePeriodS */
                wijkSamplePeriodS?: (number|null);

                /** RecordSpec slotSamplePeriodS */
                slotSamplePeriodS?: (number|null);

                /** RecordSpec noSlotSamples */
                noSlotSamples?: (boolean|null);

                /** RecordSpec extremesOnly */
                extremesOnly?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RecordSpec. */
            type $Shape = wijk.v1.RecordSpec.$Properties;
        }

        /**
         * Properties of a StrategySpec.
         * @deprecated Use wijk.v1.StrategySpec.$Properties instead.
         */
        interface IStrategySpec extends wijk.v1.StrategySpec.$Properties {
        }

        /** Represents a StrategySpec. */
        class StrategySpec {

            /**
             * Constructs a new StrategySpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.StrategySpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StrategySpec name. */
            name: string;

            /** StrategySpec options. */
            options: { [k: string]: number };

            /**
             * Creates a new StrategySpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StrategySpec instance
             */
            static create(properties: wijk.v1.StrategySpec.$Shape): wijk.v1.StrategySpec & wijk.v1.StrategySpec.$Shape;
            static create(properties?: wijk.v1.StrategySpec.$Properties): wijk.v1.StrategySpec;

            /**
             * Encodes the specified StrategySpec message. Does not implicitly {@link wijk.v1.StrategySpec.verify|verify} messages.
             * @param message StrategySpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.StrategySpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StrategySpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.StrategySpec & wijk.v1.StrategySpec.$Shape} StrategySpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.StrategySpec & wijk.v1.StrategySpec.$Shape;

            /**
             * Gets the type url for StrategySpec
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StrategySpec {

            /** Properties of a StrategySpec. */
            interface $Properties {

                /** StrategySpec name */
                name?: (string|null);

                /** StrategySpec options */
                options?: ({ [k: string]: number }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StrategySpec. */
            type $Shape = wijk.v1.StrategySpec.$Properties;
        }

        /**
         * Properties of a WeatherSpec.
         * @deprecated Use wijk.v1.WeatherSpec.$Properties instead.
         */
        interface IWeatherSpec extends wijk.v1.WeatherSpec.$Properties {
        }

        /** Represents a WeatherSpec. */
        class WeatherSpec {

            /**
             * Constructs a new WeatherSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.WeatherSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WeatherSpec stressWeek. */
            stressWeek: string;

            /** WeatherSpec knmiDailyFile. */
            knmiDailyFile: string;

            /**
             * Creates a new WeatherSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WeatherSpec instance
             */
            static create(properties: wijk.v1.WeatherSpec.$Shape): wijk.v1.WeatherSpec & wijk.v1.WeatherSpec.$Shape;
            static create(properties?: wijk.v1.WeatherSpec.$Properties): wijk.v1.WeatherSpec;

            /**
             * Encodes the specified WeatherSpec message. Does not implicitly {@link wijk.v1.WeatherSpec.verify|verify} messages.
             * @param message WeatherSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.WeatherSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WeatherSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.WeatherSpec & wijk.v1.WeatherSpec.$Shape} WeatherSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.WeatherSpec & wijk.v1.WeatherSpec.$Shape;

            /**
             * Gets the type url for WeatherSpec
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WeatherSpec {

            /** Properties of a WeatherSpec. */
            interface $Properties {

                /** WeatherSpec stressWeek */
                stressWeek?: (string|null);

                /** WeatherSpec knmiDailyFile */
                knmiDailyFile?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WeatherSpec. */
            type $Shape = wijk.v1.WeatherSpec.$Properties;
        }

        /**
         * Properties of a LoadResponse.
         * @deprecated Use wijk.v1.LoadResponse.$Properties instead.
         */
        interface ILoadResponse extends wijk.v1.LoadResponse.$Properties {
        }

        /** Represents a LoadResponse. */
        class LoadResponse {

            /**
             * Constructs a new LoadResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.LoadResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LoadResponse sessionId. */
            sessionId: string;

            /** LoadResponse problems. */
            problems: wijk.v1.Problem.$Properties[];

            /** LoadResponse warnings. */
            warnings: string[];

            /**
             * Creates a new LoadResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LoadResponse instance
             */
            static create(properties: wijk.v1.LoadResponse.$Shape): wijk.v1.LoadResponse & wijk.v1.LoadResponse.$Shape;
            static create(properties?: wijk.v1.LoadResponse.$Properties): wijk.v1.LoadResponse;

            /**
             * Encodes the specified LoadResponse message. Does not implicitly {@link wijk.v1.LoadResponse.verify|verify} messages.
             * @param message LoadResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.LoadResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LoadResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.LoadResponse & wijk.v1.LoadResponse.$Shape} LoadResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.LoadResponse & wijk.v1.LoadResponse.$Shape;

            /**
             * Gets the type url for LoadResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LoadResponse {

            /** Properties of a LoadResponse. */
            interface $Properties {

                /** LoadResponse sessionId */
                sessionId?: (string|null);

                /** LoadResponse problems */
                problems?: (wijk.v1.Problem.$Properties[]|null);

                /** LoadResponse warnings */
                warnings?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LoadResponse. */
            type $Shape = wijk.v1.LoadResponse.$Properties;
        }

        /**
         * Properties of a DescribeRequest.
         * @deprecated Use wijk.v1.DescribeRequest.$Properties instead.
         */
        interface IDescribeRequest extends wijk.v1.DescribeRequest.$Properties {
        }

        /** Represents a DescribeRequest. */
        class DescribeRequest {

            /**
             * Constructs a new DescribeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.DescribeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new DescribeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DescribeRequest instance
             */
            static create(properties: wijk.v1.DescribeRequest.$Shape): wijk.v1.DescribeRequest & wijk.v1.DescribeRequest.$Shape;
            static create(properties?: wijk.v1.DescribeRequest.$Properties): wijk.v1.DescribeRequest;

            /**
             * Encodes the specified DescribeRequest message. Does not implicitly {@link wijk.v1.DescribeRequest.verify|verify} messages.
             * @param message DescribeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.DescribeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.DescribeRequest & wijk.v1.DescribeRequest.$Shape} DescribeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.DescribeRequest & wijk.v1.DescribeRequest.$Shape;

            /**
             * Gets the type url for DescribeRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DescribeRequest {

            /** Properties of a DescribeRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribeRequest. */
            type $Shape = wijk.v1.DescribeRequest.$Properties;
        }

        /**
         * Properties of a DescribeResponse.
         * @deprecated Use wijk.v1.DescribeResponse.$Properties instead.
         */
        interface IDescribeResponse extends wijk.v1.DescribeResponse.$Properties {
        }

        /** Represents a DescribeResponse. */
        class DescribeResponse {

            /**
             * Constructs a new DescribeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.DescribeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribeResponse sessionId. */
            sessionId: string;

            /** DescribeResponse wijkName. */
            wijkName: string;

            /** DescribeResponse title. */
            title: string;

            /** DescribeResponse columns. */
            columns: wijk.v1.ColumnInfo.$Properties[];

            /** DescribeResponse slots. */
            slots: wijk.v1.SlotInfo.$Properties[];

            /** DescribeResponse connections. */
            connections: wijk.v1.ConnectionInfo.$Properties[];

            /** DescribeResponse nodes. */
            nodes: wijk.v1.NodeInfo.$Properties[];

            /** DescribeResponse branches. */
            branches: wijk.v1.BranchInfo.$Properties[];

            /** DescribeResponse startUs. */
            startUs: number;

            /** DescribeResponse durationS. */
            durationS: number;

            /** DescribeResponse tickS. */
            tickS: number;

            /** DescribeResponse strategy. */
            strategy?: (wijk.v1.StrategySpec.$Properties|null);

            /** DescribeResponse modelHash. */
            modelHash: string;

            /** DescribeResponse labels. */
            labels: { [k: string]: string };

            /**
             * Creates a new DescribeResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DescribeResponse instance
             */
            static create(properties: wijk.v1.DescribeResponse.$Shape): wijk.v1.DescribeResponse & wijk.v1.DescribeResponse.$Shape;
            static create(properties?: wijk.v1.DescribeResponse.$Properties): wijk.v1.DescribeResponse;

            /**
             * Encodes the specified DescribeResponse message. Does not implicitly {@link wijk.v1.DescribeResponse.verify|verify} messages.
             * @param message DescribeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.DescribeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.DescribeResponse & wijk.v1.DescribeResponse.$Shape} DescribeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.DescribeResponse & wijk.v1.DescribeResponse.$Shape;

            /**
             * Gets the type url for DescribeResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DescribeResponse {

            /** Properties of a DescribeResponse. */
            interface $Properties {

                /** DescribeResponse sessionId */
                sessionId?: (string|null);

                /** DescribeResponse wijkName */
                wijkName?: (string|null);

                /** DescribeResponse title */
                title?: (string|null);

                /** DescribeResponse columns */
                columns?: (wijk.v1.ColumnInfo.$Properties[]|null);

                /** DescribeResponse slots */
                slots?: (wijk.v1.SlotInfo.$Properties[]|null);

                /** DescribeResponse connections */
                connections?: (wijk.v1.ConnectionInfo.$Properties[]|null);

                /** DescribeResponse nodes */
                nodes?: (wijk.v1.NodeInfo.$Properties[]|null);

                /** DescribeResponse branches */
                branches?: (wijk.v1.BranchInfo.$Properties[]|null);

                /** DescribeResponse startUs */
                startUs?: (number|null);

                /** DescribeResponse durationS */
                durationS?: (number|null);

                /** DescribeResponse tickS */
                tickS?: (number|null);

                /** DescribeResponse strategy */
                strategy?: (wijk.v1.StrategySpec.$Properties|null);

                /** DescribeResponse modelHash */
                modelHash?: (string|null);

                /** DescribeResponse labels */
                labels?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribeResponse. */
            type $Shape = wijk.v1.DescribeResponse.$Properties;
        }

        /**
         * Properties of a ColumnInfo.
         * @deprecated Use wijk.v1.ColumnInfo.$Properties instead.
         */
        interface IColumnInfo extends wijk.v1.ColumnInfo.$Properties {
        }

        /** Represents a ColumnInfo. */
        class ColumnInfo {

            /**
             * Constructs a new ColumnInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ColumnInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ColumnInfo name. */
            name: string;

            /** ColumnInfo frameField. */
            frameField: number;

            /** ColumnInfo unit. */
            unit: string;

            /** ColumnInfo sign. */
            sign: string;

            /** ColumnInfo indexSpace. */
            indexSpace: string;

            /** ColumnInfo length. */
            length: number;

            /** ColumnInfo meaning. */
            meaning: string;

            /**
             * Creates a new ColumnInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ColumnInfo instance
             */
            static create(properties: wijk.v1.ColumnInfo.$Shape): wijk.v1.ColumnInfo & wijk.v1.ColumnInfo.$Shape;
            static create(properties?: wijk.v1.ColumnInfo.$Properties): wijk.v1.ColumnInfo;

            /**
             * Encodes the specified ColumnInfo message. Does not implicitly {@link wijk.v1.ColumnInfo.verify|verify} messages.
             * @param message ColumnInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ColumnInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ColumnInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ColumnInfo & wijk.v1.ColumnInfo.$Shape} ColumnInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ColumnInfo & wijk.v1.ColumnInfo.$Shape;

            /**
             * Gets the type url for ColumnInfo
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ColumnInfo {

            /** Properties of a ColumnInfo. */
            interface $Properties {

                /** ColumnInfo name */
                name?: (string|null);

                /** ColumnInfo frameField */
                frameField?: (number|null);

                /** ColumnInfo unit */
                unit?: (string|null);

                /** ColumnInfo sign */
                sign?: (string|null);

                /** ColumnInfo indexSpace */
                indexSpace?: (string|null);

                /** ColumnInfo length */
                length?: (number|null);

                /** ColumnInfo meaning */
                meaning?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ColumnInfo. */
            type $Shape = wijk.v1.ColumnInfo.$Properties;
        }

        /**
         * Properties of a SlotInfo.
         * @deprecated Use wijk.v1.SlotInfo.$Properties instead.
         */
        interface ISlotInfo extends wijk.v1.SlotInfo.$Properties {
        }

        /** Represents a SlotInfo. */
        class SlotInfo {

            /**
             * Constructs a new SlotInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SlotInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SlotInfo index. */
            index: number;

            /** SlotInfo id. */
            id: string;

            /** SlotInfo kind. */
            kind: wijk.v1.AssetKind;

            /** SlotInfo connectionIndex. */
            connectionIndex: number;

            /** SlotInfo shareARatio. */
            shareARatio: number;

            /** SlotInfo shareBRatio. */
            shareBRatio: number;

            /** SlotInfo shareCRatio. */
            shareCRatio: number;

            /** SlotInfo controllable. */
            controllable: boolean;

            /** SlotInfo powerMaxW. */
            powerMaxW: number;

            /** SlotInfo powerMinW. */
            powerMinW: number;

            /** SlotInfo energyCapacityWh. */
            energyCapacityWh: number;

            /** SlotInfo smallestRunningPowerW. */
            smallestRunningPowerW: number;

            /**
             * Creates a new SlotInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SlotInfo instance
             */
            static create(properties: wijk.v1.SlotInfo.$Shape): wijk.v1.SlotInfo & wijk.v1.SlotInfo.$Shape;
            static create(properties?: wijk.v1.SlotInfo.$Properties): wijk.v1.SlotInfo;

            /**
             * Encodes the specified SlotInfo message. Does not implicitly {@link wijk.v1.SlotInfo.verify|verify} messages.
             * @param message SlotInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SlotInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SlotInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SlotInfo & wijk.v1.SlotInfo.$Shape} SlotInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SlotInfo & wijk.v1.SlotInfo.$Shape;

            /**
             * Gets the type url for SlotInfo
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SlotInfo {

            /** Properties of a SlotInfo. */
            interface $Properties {

                /** SlotInfo index */
                index?: (number|null);

                /** SlotInfo id */
                id?: (string|null);

                /** SlotInfo kind */
                kind?: (wijk.v1.AssetKind|null);

                /** SlotInfo connectionIndex */
                connectionIndex?: (number|null);

                /** SlotInfo shareARatio */
                shareARatio?: (number|null);

                /** SlotInfo shareBRatio */
                shareBRatio?: (number|null);

                /** SlotInfo shareCRatio */
                shareCRatio?: (number|null);

                /** SlotInfo controllable */
                controllable?: (boolean|null);

                /** SlotInfo powerMaxW */
                powerMaxW?: (number|null);

                /** SlotInfo powerMinW */
                powerMinW?: (number|null);

                /** SlotInfo energyCapacityWh */
                energyCapacityWh?: (number|null);

                /** SlotInfo smallestRunningPowerW */
                smallestRunningPowerW?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SlotInfo. */
            type $Shape = wijk.v1.SlotInfo.$Properties;
        }

        /**
         * Properties of a ConnectionInfo.
         * @deprecated Use wijk.v1.ConnectionInfo.$Properties instead.
         */
        interface IConnectionInfo extends wijk.v1.ConnectionInfo.$Properties {
        }

        /** Represents a ConnectionInfo. */
        class ConnectionInfo {

            /**
             * Constructs a new ConnectionInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.ConnectionInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConnectionInfo index. */
            index: number;

            /** ConnectionInfo id. */
            id: string;

            /** ConnectionInfo ean. */
            ean: string;

            /** ConnectionInfo nodeIndex. */
            nodeIndex: number;

            /** ConnectionInfo fuseA. */
            fuseA: number;

            /** ConnectionInfo phaseCount. */
            phaseCount: number;

            /** ConnectionInfo use. */
            use: string;

            /** ConnectionInfo inGroup. */
            inGroup: boolean;

            /**
             * Creates a new ConnectionInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConnectionInfo instance
             */
            static create(properties: wijk.v1.ConnectionInfo.$Shape): wijk.v1.ConnectionInfo & wijk.v1.ConnectionInfo.$Shape;
            static create(properties?: wijk.v1.ConnectionInfo.$Properties): wijk.v1.ConnectionInfo;

            /**
             * Encodes the specified ConnectionInfo message. Does not implicitly {@link wijk.v1.ConnectionInfo.verify|verify} messages.
             * @param message ConnectionInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.ConnectionInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConnectionInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.ConnectionInfo & wijk.v1.ConnectionInfo.$Shape} ConnectionInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.ConnectionInfo & wijk.v1.ConnectionInfo.$Shape;

            /**
             * Gets the type url for ConnectionInfo
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ConnectionInfo {

            /** Properties of a ConnectionInfo. */
            interface $Properties {

                /** ConnectionInfo index */
                index?: (number|null);

                /** ConnectionInfo id */
                id?: (string|null);

                /** ConnectionInfo ean */
                ean?: (string|null);

                /** ConnectionInfo nodeIndex */
                nodeIndex?: (number|null);

                /** ConnectionInfo fuseA */
                fuseA?: (number|null);

                /** ConnectionInfo phaseCount */
                phaseCount?: (number|null);

                /** ConnectionInfo use */
                use?: (string|null);

                /** ConnectionInfo inGroup */
                inGroup?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConnectionInfo. */
            type $Shape = wijk.v1.ConnectionInfo.$Properties;
        }

        /**
         * Properties of a NodeInfo.
         * @deprecated Use wijk.v1.NodeInfo.$Properties instead.
         */
        interface INodeInfo extends wijk.v1.NodeInfo.$Properties {
        }

        /** Represents a NodeInfo. */
        class NodeInfo {

            /**
             * Constructs a new NodeInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.NodeInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeInfo index. */
            index: number;

            /** NodeInfo pgmId. */
            pgmId: number;

            /** NodeInfo ratedLineVoltageV. */
            ratedLineVoltageV: number;

            /** NodeInfo feeder. */
            feeder: string;

            /** NodeInfo distanceM. */
            distanceM: number;

            /**
             * Creates a new NodeInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeInfo instance
             */
            static create(properties: wijk.v1.NodeInfo.$Shape): wijk.v1.NodeInfo & wijk.v1.NodeInfo.$Shape;
            static create(properties?: wijk.v1.NodeInfo.$Properties): wijk.v1.NodeInfo;

            /**
             * Encodes the specified NodeInfo message. Does not implicitly {@link wijk.v1.NodeInfo.verify|verify} messages.
             * @param message NodeInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.NodeInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.NodeInfo & wijk.v1.NodeInfo.$Shape} NodeInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.NodeInfo & wijk.v1.NodeInfo.$Shape;

            /**
             * Gets the type url for NodeInfo
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace NodeInfo {

            /** Properties of a NodeInfo. */
            interface $Properties {

                /** NodeInfo index */
                index?: (number|null);

                /** NodeInfo pgmId */
                pgmId?: (number|null);

                /** NodeInfo ratedLineVoltageV */
                ratedLineVoltageV?: (number|null);

                /** NodeInfo feeder */
                feeder?: (string|null);

                /** NodeInfo distanceM */
                distanceM?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeInfo. */
            type $Shape = wijk.v1.NodeInfo.$Properties;
        }

        /**
         * Properties of a BranchInfo.
         * @deprecated Use wijk.v1.BranchInfo.$Properties instead.
         */
        interface IBranchInfo extends wijk.v1.BranchInfo.$Properties {
        }

        /** Represents a BranchInfo. */
        class BranchInfo {

            /**
             * Constructs a new BranchInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.BranchInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BranchInfo index. */
            index: number;

            /** BranchInfo pgmId. */
            pgmId: number;

            /** BranchInfo kind. */
            kind: string;

            /** BranchInfo fromNodeIndex. */
            fromNodeIndex: number;

            /** BranchInfo toNodeIndex. */
            toNodeIndex: number;

            /** BranchInfo ratedCurrentA. */
            ratedCurrentA: number;

            /** BranchInfo ratedPowerVa. */
            ratedPowerVa: number;

            /**
             * Creates a new BranchInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BranchInfo instance
             */
            static create(properties: wijk.v1.BranchInfo.$Shape): wijk.v1.BranchInfo & wijk.v1.BranchInfo.$Shape;
            static create(properties?: wijk.v1.BranchInfo.$Properties): wijk.v1.BranchInfo;

            /**
             * Encodes the specified BranchInfo message. Does not implicitly {@link wijk.v1.BranchInfo.verify|verify} messages.
             * @param message BranchInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.BranchInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BranchInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.BranchInfo & wijk.v1.BranchInfo.$Shape} BranchInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.BranchInfo & wijk.v1.BranchInfo.$Shape;

            /**
             * Gets the type url for BranchInfo
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BranchInfo {

            /** Properties of a BranchInfo. */
            interface $Properties {

                /** BranchInfo index */
                index?: (number|null);

                /** BranchInfo pgmId */
                pgmId?: (number|null);

                /** BranchInfo kind */
                kind?: (string|null);

                /** BranchInfo fromNodeIndex */
                fromNodeIndex?: (number|null);

                /** BranchInfo toNodeIndex */
                toNodeIndex?: (number|null);

                /** BranchInfo ratedCurrentA */
                ratedCurrentA?: (number|null);

                /** BranchInfo ratedPowerVa */
                ratedPowerVa?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BranchInfo. */
            type $Shape = wijk.v1.BranchInfo.$Properties;
        }

        /** SessionState enum. */
        enum SessionState {

            /** SESSION_STATE_UNSPECIFIED value */
            SESSION_STATE_UNSPECIFIED = 0,

            /** SESSION_STATE_EMPTY value */
            SESSION_STATE_EMPTY = 1,

            /** SESSION_STATE_LOADED value */
            SESSION_STATE_LOADED = 2,

            /** SESSION_STATE_RUNNING value */
            SESSION_STATE_RUNNING = 3,

            /** SESSION_STATE_PAUSED value */
            SESSION_STATE_PAUSED = 4,

            /** SESSION_STATE_FINISHED value */
            SESSION_STATE_FINISHED = 5,

            /** SESSION_STATE_STOPPED value */
            SESSION_STATE_STOPPED = 6,

            /** SESSION_STATE_FAILED value */
            SESSION_STATE_FAILED = 7
        }

        /**
         * Properties of a GetStatusRequest.
         * @deprecated Use wijk.v1.GetStatusRequest.$Properties instead.
         */
        interface IGetStatusRequest extends wijk.v1.GetStatusRequest.$Properties {
        }

        /** Represents a GetStatusRequest. */
        class GetStatusRequest {

            /**
             * Constructs a new GetStatusRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetStatusRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetStatusRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetStatusRequest instance
             */
            static create(properties: wijk.v1.GetStatusRequest.$Shape): wijk.v1.GetStatusRequest & wijk.v1.GetStatusRequest.$Shape;
            static create(properties?: wijk.v1.GetStatusRequest.$Properties): wijk.v1.GetStatusRequest;

            /**
             * Encodes the specified GetStatusRequest message. Does not implicitly {@link wijk.v1.GetStatusRequest.verify|verify} messages.
             * @param message GetStatusRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetStatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetStatusRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetStatusRequest & wijk.v1.GetStatusRequest.$Shape} GetStatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetStatusRequest & wijk.v1.GetStatusRequest.$Shape;

            /**
             * Gets the type url for GetStatusRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetStatusRequest {

            /** Properties of a GetStatusRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetStatusRequest. */
            type $Shape = wijk.v1.GetStatusRequest.$Properties;
        }

        /**
         * Properties of a GetStatusResponse.
         * @deprecated Use wijk.v1.GetStatusResponse.$Properties instead.
         */
        interface IGetStatusResponse extends wijk.v1.GetStatusResponse.$Properties {
        }

        /** Represents a GetStatusResponse. */
        class GetStatusResponse {

            /**
             * Constructs a new GetStatusResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GetStatusResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetStatusResponse state. */
            state: wijk.v1.SessionState;

            /** GetStatusResponse sessionId. */
            sessionId: string;

            /** GetStatusResponse tick. */
            tick: number;

            /** GetStatusResponse ticksTotal. */
            ticksTotal: number;

            /** GetStatusResponse simulatedUs. */
            simulatedUs: number;

            /** GetStatusResponse speed. */
            speed: number;

            /** GetStatusResponse lateTicks. */
            lateTicks: number;

            /** GetStatusResponse latenessCounts. */
            latenessCounts: number[];

            /** GetStatusResponse latenessBoundsUs. */
            latenessBoundsUs: number[];

            /** GetStatusResponse latenessP50Us. */
            latenessP50Us: number;

            /** GetStatusResponse latenessP99Us. */
            latenessP99Us: number;

            /** GetStatusResponse latenessMaxUs. */
            latenessMaxUs: number;

            /** GetStatusResponse overrun. */
            overrun: boolean;

            /** GetStatusResponse decisionsMissed. */
            decisionsMissed: number;

            /** GetStatusResponse frameHash. */
            frameHash: string;

            /** GetStatusResponse failure. */
            failure: string;

            /** GetStatusResponse watchers. */
            watchers: wijk.v1.WatcherStatus.$Properties[];

            /** GetStatusResponse tickCostMeanUs. */
            tickCostMeanUs: number;

            /**
             * Creates a new GetStatusResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetStatusResponse instance
             */
            static create(properties: wijk.v1.GetStatusResponse.$Shape): wijk.v1.GetStatusResponse & wijk.v1.GetStatusResponse.$Shape;
            static create(properties?: wijk.v1.GetStatusResponse.$Properties): wijk.v1.GetStatusResponse;

            /**
             * Encodes the specified GetStatusResponse message. Does not implicitly {@link wijk.v1.GetStatusResponse.verify|verify} messages.
             * @param message GetStatusResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GetStatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetStatusResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GetStatusResponse & wijk.v1.GetStatusResponse.$Shape} GetStatusResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GetStatusResponse & wijk.v1.GetStatusResponse.$Shape;

            /**
             * Gets the type url for GetStatusResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GetStatusResponse {

            /** Properties of a GetStatusResponse. */
            interface $Properties {

                /** GetStatusResponse state */
                state?: (wijk.v1.SessionState|null);

                /** GetStatusResponse sessionId */
                sessionId?: (string|null);

                /** GetStatusResponse tick */
                tick?: (number|null);

                /** GetStatusResponse ticksTotal */
                ticksTotal?: (number|null);

                /** GetStatusResponse simulatedUs */
                simulatedUs?: (number|null);

                /** GetStatusResponse speed */
                speed?: (number|null);

                /** GetStatusResponse lateTicks */
                lateTicks?: (number|null);

                /** GetStatusResponse latenessCounts */
                latenessCounts?: (number[]|null);

                /** GetStatusResponse latenessBoundsUs */
                latenessBoundsUs?: (number[]|null);

                /** GetStatusResponse latenessP50Us */
                latenessP50Us?: (number|null);

                /** GetStatusResponse latenessP99Us */
                latenessP99Us?: (number|null);

                /** GetStatusResponse latenessMaxUs */
                latenessMaxUs?: (number|null);

                /** GetStatusResponse overrun */
                overrun?: (boolean|null);

                /** GetStatusResponse decisionsMissed */
                decisionsMissed?: (number|null);

                /** GetStatusResponse frameHash */
                frameHash?: (string|null);

                /** GetStatusResponse failure */
                failure?: (string|null);

                /** GetStatusResponse watchers */
                watchers?: (wijk.v1.WatcherStatus.$Properties[]|null);

                /** GetStatusResponse tickCostMeanUs */
                tickCostMeanUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetStatusResponse. */
            type $Shape = wijk.v1.GetStatusResponse.$Properties;
        }

        /**
         * Properties of a WatcherStatus.
         * @deprecated Use wijk.v1.WatcherStatus.$Properties instead.
         */
        interface IWatcherStatus extends wijk.v1.WatcherStatus.$Properties {
        }

        /** Represents a WatcherStatus. */
        class WatcherStatus {

            /**
             * Constructs a new WatcherStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.WatcherStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatcherStatus name. */
            name: string;

            /** WatcherStatus framesSent. */
            framesSent: number;

            /** WatcherStatus framesDropped. */
            framesDropped: number;

            /**
             * Creates a new WatcherStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatcherStatus instance
             */
            static create(properties: wijk.v1.WatcherStatus.$Shape): wijk.v1.WatcherStatus & wijk.v1.WatcherStatus.$Shape;
            static create(properties?: wijk.v1.WatcherStatus.$Properties): wijk.v1.WatcherStatus;

            /**
             * Encodes the specified WatcherStatus message. Does not implicitly {@link wijk.v1.WatcherStatus.verify|verify} messages.
             * @param message WatcherStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.WatcherStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatcherStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.WatcherStatus & wijk.v1.WatcherStatus.$Shape} WatcherStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.WatcherStatus & wijk.v1.WatcherStatus.$Shape;

            /**
             * Gets the type url for WatcherStatus
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WatcherStatus {

            /** Properties of a WatcherStatus. */
            interface $Properties {

                /** WatcherStatus name */
                name?: (string|null);

                /** WatcherStatus framesSent */
                framesSent?: (number|null);

                /** WatcherStatus framesDropped */
                framesDropped?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatcherStatus. */
            type $Shape = wijk.v1.WatcherStatus.$Properties;
        }

        /**
         * Properties of a StartRequest.
         * @deprecated Use wijk.v1.StartRequest.$Properties instead.
         */
        interface IStartRequest extends wijk.v1.StartRequest.$Properties {
        }

        /** Represents a StartRequest. */
        class StartRequest {

            /**
             * Constructs a new StartRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.StartRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StartRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /**
             * Creates a new StartRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StartRequest instance
             */
            static create(properties: wijk.v1.StartRequest.$Shape): wijk.v1.StartRequest & wijk.v1.StartRequest.$Shape;
            static create(properties?: wijk.v1.StartRequest.$Properties): wijk.v1.StartRequest;

            /**
             * Encodes the specified StartRequest message. Does not implicitly {@link wijk.v1.StartRequest.verify|verify} messages.
             * @param message StartRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.StartRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StartRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.StartRequest & wijk.v1.StartRequest.$Shape} StartRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.StartRequest & wijk.v1.StartRequest.$Shape;

            /**
             * Gets the type url for StartRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StartRequest {

            /** Properties of a StartRequest. */
            interface $Properties {

                /** StartRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StartRequest. */
            type $Shape = wijk.v1.StartRequest.$Properties;
        }

        /**
         * Properties of a StartResponse.
         * @deprecated Use wijk.v1.StartResponse.$Properties instead.
         */
        interface IStartResponse extends wijk.v1.StartResponse.$Properties {
        }

        /** Represents a StartResponse. */
        class StartResponse {

            /**
             * Constructs a new StartResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.StartResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new StartResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StartResponse instance
             */
            static create(properties: wijk.v1.StartResponse.$Shape): wijk.v1.StartResponse & wijk.v1.StartResponse.$Shape;
            static create(properties?: wijk.v1.StartResponse.$Properties): wijk.v1.StartResponse;

            /**
             * Encodes the specified StartResponse message. Does not implicitly {@link wijk.v1.StartResponse.verify|verify} messages.
             * @param message StartResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.StartResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StartResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.StartResponse & wijk.v1.StartResponse.$Shape} StartResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.StartResponse & wijk.v1.StartResponse.$Shape;

            /**
             * Gets the type url for StartResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StartResponse {

            /** Properties of a StartResponse. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StartResponse. */
            type $Shape = wijk.v1.StartResponse.$Properties;
        }

        /**
         * Properties of a PauseRequest.
         * @deprecated Use wijk.v1.PauseRequest.$Properties instead.
         */
        interface IPauseRequest extends wijk.v1.PauseRequest.$Properties {
        }

        /** Represents a PauseRequest. */
        class PauseRequest {

            /**
             * Constructs a new PauseRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.PauseRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PauseRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /**
             * Creates a new PauseRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PauseRequest instance
             */
            static create(properties: wijk.v1.PauseRequest.$Shape): wijk.v1.PauseRequest & wijk.v1.PauseRequest.$Shape;
            static create(properties?: wijk.v1.PauseRequest.$Properties): wijk.v1.PauseRequest;

            /**
             * Encodes the specified PauseRequest message. Does not implicitly {@link wijk.v1.PauseRequest.verify|verify} messages.
             * @param message PauseRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.PauseRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PauseRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.PauseRequest & wijk.v1.PauseRequest.$Shape} PauseRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.PauseRequest & wijk.v1.PauseRequest.$Shape;

            /**
             * Gets the type url for PauseRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PauseRequest {

            /** Properties of a PauseRequest. */
            interface $Properties {

                /** PauseRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PauseRequest. */
            type $Shape = wijk.v1.PauseRequest.$Properties;
        }

        /**
         * Properties of a PauseResponse.
         * @deprecated Use wijk.v1.PauseResponse.$Properties instead.
         */
        interface IPauseResponse extends wijk.v1.PauseResponse.$Properties {
        }

        /** Represents a PauseResponse. */
        class PauseResponse {

            /**
             * Constructs a new PauseResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.PauseResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new PauseResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PauseResponse instance
             */
            static create(properties: wijk.v1.PauseResponse.$Shape): wijk.v1.PauseResponse & wijk.v1.PauseResponse.$Shape;
            static create(properties?: wijk.v1.PauseResponse.$Properties): wijk.v1.PauseResponse;

            /**
             * Encodes the specified PauseResponse message. Does not implicitly {@link wijk.v1.PauseResponse.verify|verify} messages.
             * @param message PauseResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.PauseResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PauseResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.PauseResponse & wijk.v1.PauseResponse.$Shape} PauseResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.PauseResponse & wijk.v1.PauseResponse.$Shape;

            /**
             * Gets the type url for PauseResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PauseResponse {

            /** Properties of a PauseResponse. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PauseResponse. */
            type $Shape = wijk.v1.PauseResponse.$Properties;
        }

        /**
         * Properties of a SetSpeedRequest.
         * @deprecated Use wijk.v1.SetSpeedRequest.$Properties instead.
         */
        interface ISetSpeedRequest extends wijk.v1.SetSpeedRequest.$Properties {
        }

        /** Represents a SetSpeedRequest. */
        class SetSpeedRequest {

            /**
             * Constructs a new SetSpeedRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SetSpeedRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetSpeedRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /** SetSpeedRequest speed. */
            speed: number;

            /**
             * Creates a new SetSpeedRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetSpeedRequest instance
             */
            static create(properties: wijk.v1.SetSpeedRequest.$Shape): wijk.v1.SetSpeedRequest & wijk.v1.SetSpeedRequest.$Shape;
            static create(properties?: wijk.v1.SetSpeedRequest.$Properties): wijk.v1.SetSpeedRequest;

            /**
             * Encodes the specified SetSpeedRequest message. Does not implicitly {@link wijk.v1.SetSpeedRequest.verify|verify} messages.
             * @param message SetSpeedRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SetSpeedRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetSpeedRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SetSpeedRequest & wijk.v1.SetSpeedRequest.$Shape} SetSpeedRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SetSpeedRequest & wijk.v1.SetSpeedRequest.$Shape;

            /**
             * Gets the type url for SetSpeedRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SetSpeedRequest {

            /** Properties of a SetSpeedRequest. */
            interface $Properties {

                /** SetSpeedRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** SetSpeedRequest speed */
                speed?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetSpeedRequest. */
            type $Shape = wijk.v1.SetSpeedRequest.$Properties;
        }

        /**
         * Properties of a SetSpeedResponse.
         * @deprecated Use wijk.v1.SetSpeedResponse.$Properties instead.
         */
        interface ISetSpeedResponse extends wijk.v1.SetSpeedResponse.$Properties {
        }

        /** Represents a SetSpeedResponse. */
        class SetSpeedResponse {

            /**
             * Constructs a new SetSpeedResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SetSpeedResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new SetSpeedResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetSpeedResponse instance
             */
            static create(properties: wijk.v1.SetSpeedResponse.$Shape): wijk.v1.SetSpeedResponse & wijk.v1.SetSpeedResponse.$Shape;
            static create(properties?: wijk.v1.SetSpeedResponse.$Properties): wijk.v1.SetSpeedResponse;

            /**
             * Encodes the specified SetSpeedResponse message. Does not implicitly {@link wijk.v1.SetSpeedResponse.verify|verify} messages.
             * @param message SetSpeedResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SetSpeedResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetSpeedResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SetSpeedResponse & wijk.v1.SetSpeedResponse.$Shape} SetSpeedResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SetSpeedResponse & wijk.v1.SetSpeedResponse.$Shape;

            /**
             * Gets the type url for SetSpeedResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SetSpeedResponse {

            /** Properties of a SetSpeedResponse. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetSpeedResponse. */
            type $Shape = wijk.v1.SetSpeedResponse.$Properties;
        }

        /**
         * Properties of a StopRequest.
         * @deprecated Use wijk.v1.StopRequest.$Properties instead.
         */
        interface IStopRequest extends wijk.v1.StopRequest.$Properties {
        }

        /** Represents a StopRequest. */
        class StopRequest {

            /**
             * Constructs a new StopRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.StopRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StopRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /**
             * Creates a new StopRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StopRequest instance
             */
            static create(properties: wijk.v1.StopRequest.$Shape): wijk.v1.StopRequest & wijk.v1.StopRequest.$Shape;
            static create(properties?: wijk.v1.StopRequest.$Properties): wijk.v1.StopRequest;

            /**
             * Encodes the specified StopRequest message. Does not implicitly {@link wijk.v1.StopRequest.verify|verify} messages.
             * @param message StopRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.StopRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StopRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.StopRequest & wijk.v1.StopRequest.$Shape} StopRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.StopRequest & wijk.v1.StopRequest.$Shape;

            /**
             * Gets the type url for StopRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StopRequest {

            /** Properties of a StopRequest. */
            interface $Properties {

                /** StopRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StopRequest. */
            type $Shape = wijk.v1.StopRequest.$Properties;
        }

        /**
         * Properties of a StopResponse.
         * @deprecated Use wijk.v1.StopResponse.$Properties instead.
         */
        interface IStopResponse extends wijk.v1.StopResponse.$Properties {
        }

        /** Represents a StopResponse. */
        class StopResponse {

            /**
             * Constructs a new StopResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.StopResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StopResponse frameHash. */
            frameHash: string;

            /** StopResponse ticks. */
            ticks: number;

            /** StopResponse recordDirectory. */
            recordDirectory: string;

            /**
             * Creates a new StopResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StopResponse instance
             */
            static create(properties: wijk.v1.StopResponse.$Shape): wijk.v1.StopResponse & wijk.v1.StopResponse.$Shape;
            static create(properties?: wijk.v1.StopResponse.$Properties): wijk.v1.StopResponse;

            /**
             * Encodes the specified StopResponse message. Does not implicitly {@link wijk.v1.StopResponse.verify|verify} messages.
             * @param message StopResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.StopResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StopResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.StopResponse & wijk.v1.StopResponse.$Shape} StopResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.StopResponse & wijk.v1.StopResponse.$Shape;

            /**
             * Gets the type url for StopResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StopResponse {

            /** Properties of a StopResponse. */
            interface $Properties {

                /** StopResponse frameHash */
                frameHash?: (string|null);

                /** StopResponse ticks */
                ticks?: (number|null);

                /** StopResponse recordDirectory */
                recordDirectory?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StopResponse. */
            type $Shape = wijk.v1.StopResponse.$Properties;
        }

        /**
         * Properties of an InjectRequest.
         * @deprecated Use wijk.v1.InjectRequest.$Properties instead.
         */
        interface IInjectRequest extends wijk.v1.InjectRequest.$Properties {
        }

        /** Represents an InjectRequest. */
        class InjectRequest {

            /**
             * Constructs a new InjectRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.InjectRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InjectRequest actor. */
            actor?: (wijk.v1.Actor.$Properties|null);

            /** InjectRequest groupLimit. */
            groupLimit?: (wijk.v1.GroupLimitEvent.$Properties|null);

            /** InjectRequest setpoint. */
            setpoint?: (wijk.v1.SetpointEvent.$Properties|null);

            /** InjectRequest loadStep. */
            loadStep?: (wijk.v1.LoadStepEvent.$Properties|null);

            /** InjectRequest emergencyStop. */
            emergencyStop?: (wijk.v1.EmergencyStopEvent.$Properties|null);

            /** InjectRequest atUs. */
            atUs: number;

            /** InjectRequest event. */
            event?: ("groupLimit"|"setpoint"|"loadStep"|"emergencyStop");

            /**
             * Creates a new InjectRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InjectRequest instance
             */
            static create(properties: wijk.v1.InjectRequest.$Shape): wijk.v1.InjectRequest & wijk.v1.InjectRequest.$Shape;
            static create(properties?: wijk.v1.InjectRequest.$Properties): wijk.v1.InjectRequest;

            /**
             * Encodes the specified InjectRequest message. Does not implicitly {@link wijk.v1.InjectRequest.verify|verify} messages.
             * @param message InjectRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.InjectRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InjectRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.InjectRequest & wijk.v1.InjectRequest.$Shape} InjectRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.InjectRequest & wijk.v1.InjectRequest.$Shape;

            /**
             * Gets the type url for InjectRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InjectRequest {

            /** Properties of an InjectRequest. */
            interface $Properties {

                /** InjectRequest actor */
                actor?: (wijk.v1.Actor.$Properties|null);

                /** InjectRequest groupLimit */
                groupLimit?: (wijk.v1.GroupLimitEvent.$Properties|null);

                /** InjectRequest setpoint */
                setpoint?: (wijk.v1.SetpointEvent.$Properties|null);

                /** InjectRequest loadStep */
                loadStep?: (wijk.v1.LoadStepEvent.$Properties|null);

                /** InjectRequest emergencyStop */
                emergencyStop?: (wijk.v1.EmergencyStopEvent.$Properties|null);

                /** InjectRequest atUs */
                atUs?: (number|null);

                /** InjectRequest event */
                event?: ("groupLimit"|"setpoint"|"loadStep"|"emergencyStop");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an InjectRequest. */
            type $Shape = {
              actor?: wijk.v1.Actor.$Shape|null;
              groupLimit?: wijk.v1.GroupLimitEvent.$Shape|null;
              setpoint?: wijk.v1.SetpointEvent.$Shape|null;
              loadStep?: wijk.v1.LoadStepEvent.$Shape|null;
              emergencyStop?: wijk.v1.EmergencyStopEvent.$Shape|null;
              atUs?: number|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ event?: undefined; groupLimit?: null; setpoint?: null; loadStep?: null; emergencyStop?: null }|{ event?: "groupLimit"; groupLimit: wijk.v1.GroupLimitEvent.$Shape; setpoint?: null; loadStep?: null; emergencyStop?: null }|{ event?: "setpoint"; groupLimit?: null; setpoint: wijk.v1.SetpointEvent.$Shape; loadStep?: null; emergencyStop?: null }|{ event?: "loadStep"; groupLimit?: null; setpoint?: null; loadStep: wijk.v1.LoadStepEvent.$Shape; emergencyStop?: null }|{ event?: "emergencyStop"; groupLimit?: null; setpoint?: null; loadStep?: null; emergencyStop: wijk.v1.EmergencyStopEvent.$Shape })
            );
        }

        /**
         * Properties of a GroupLimitEvent.
         * @deprecated Use wijk.v1.GroupLimitEvent.$Properties instead.
         */
        interface IGroupLimitEvent extends wijk.v1.GroupLimitEvent.$Properties {
        }

        /** Represents a GroupLimitEvent. */
        class GroupLimitEvent {

            /**
             * Constructs a new GroupLimitEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.GroupLimitEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GroupLimitEvent fromUs. */
            fromUs: number;

            /** GroupLimitEvent untilUs. */
            untilUs: number;

            /** GroupLimitEvent limitW. */
            limitW: number;

            /**
             * Creates a new GroupLimitEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GroupLimitEvent instance
             */
            static create(properties: wijk.v1.GroupLimitEvent.$Shape): wijk.v1.GroupLimitEvent & wijk.v1.GroupLimitEvent.$Shape;
            static create(properties?: wijk.v1.GroupLimitEvent.$Properties): wijk.v1.GroupLimitEvent;

            /**
             * Encodes the specified GroupLimitEvent message. Does not implicitly {@link wijk.v1.GroupLimitEvent.verify|verify} messages.
             * @param message GroupLimitEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.GroupLimitEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GroupLimitEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.GroupLimitEvent & wijk.v1.GroupLimitEvent.$Shape} GroupLimitEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.GroupLimitEvent & wijk.v1.GroupLimitEvent.$Shape;

            /**
             * Gets the type url for GroupLimitEvent
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GroupLimitEvent {

            /** Properties of a GroupLimitEvent. */
            interface $Properties {

                /** GroupLimitEvent fromUs */
                fromUs?: (number|null);

                /** GroupLimitEvent untilUs */
                untilUs?: (number|null);

                /** GroupLimitEvent limitW */
                limitW?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GroupLimitEvent. */
            type $Shape = wijk.v1.GroupLimitEvent.$Properties;
        }

        /**
         * Properties of a SetpointEvent.
         * @deprecated Use wijk.v1.SetpointEvent.$Properties instead.
         */
        interface ISetpointEvent extends wijk.v1.SetpointEvent.$Properties {
        }

        /** Represents a SetpointEvent. */
        class SetpointEvent {

            /**
             * Constructs a new SetpointEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.SetpointEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetpointEvent slotId. */
            slotId: string;

            /** SetpointEvent activePowerW. */
            activePowerW: number;

            /** SetpointEvent release. */
            release: boolean;

            /** SetpointEvent minimumW. */
            minimumW?: (number|null);

            /** SetpointEvent maximumW. */
            maximumW?: (number|null);

            /** SetpointEvent durationS. */
            durationS: number;

            /** SetpointEvent sgReady. */
            sgReady: wijk.v1.SgReady;

            /**
             * Creates a new SetpointEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetpointEvent instance
             */
            static create(properties: wijk.v1.SetpointEvent.$Shape): wijk.v1.SetpointEvent & wijk.v1.SetpointEvent.$Shape;
            static create(properties?: wijk.v1.SetpointEvent.$Properties): wijk.v1.SetpointEvent;

            /**
             * Encodes the specified SetpointEvent message. Does not implicitly {@link wijk.v1.SetpointEvent.verify|verify} messages.
             * @param message SetpointEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.SetpointEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetpointEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.SetpointEvent & wijk.v1.SetpointEvent.$Shape} SetpointEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.SetpointEvent & wijk.v1.SetpointEvent.$Shape;

            /**
             * Gets the type url for SetpointEvent
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SetpointEvent {

            /** Properties of a SetpointEvent. */
            interface $Properties {

                /** SetpointEvent slotId */
                slotId?: (string|null);

                /** SetpointEvent activePowerW */
                activePowerW?: (number|null);

                /** SetpointEvent release */
                release?: (boolean|null);

                /** SetpointEvent minimumW */
                minimumW?: (number|null);

                /** SetpointEvent maximumW */
                maximumW?: (number|null);

                /** SetpointEvent durationS */
                durationS?: (number|null);

                /** SetpointEvent sgReady */
                sgReady?: (wijk.v1.SgReady|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetpointEvent. */
            type $Shape = wijk.v1.SetpointEvent.$Properties;
        }

        /**
         * Properties of a LoadStepEvent.
         * @deprecated Use wijk.v1.LoadStepEvent.$Properties instead.
         */
        interface ILoadStepEvent extends wijk.v1.LoadStepEvent.$Properties {
        }

        /** Represents a LoadStepEvent. */
        class LoadStepEvent {

            /**
             * Constructs a new LoadStepEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.LoadStepEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LoadStepEvent slotId. */
            slotId: string;

            /** LoadStepEvent activePowerW. */
            activePowerW: number;

            /** LoadStepEvent durationS. */
            durationS: number;

            /**
             * Creates a new LoadStepEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LoadStepEvent instance
             */
            static create(properties: wijk.v1.LoadStepEvent.$Shape): wijk.v1.LoadStepEvent & wijk.v1.LoadStepEvent.$Shape;
            static create(properties?: wijk.v1.LoadStepEvent.$Properties): wijk.v1.LoadStepEvent;

            /**
             * Encodes the specified LoadStepEvent message. Does not implicitly {@link wijk.v1.LoadStepEvent.verify|verify} messages.
             * @param message LoadStepEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.LoadStepEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LoadStepEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.LoadStepEvent & wijk.v1.LoadStepEvent.$Shape} LoadStepEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.LoadStepEvent & wijk.v1.LoadStepEvent.$Shape;

            /**
             * Gets the type url for LoadStepEvent
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LoadStepEvent {

            /** Properties of a LoadStepEvent. */
            interface $Properties {

                /** LoadStepEvent slotId */
                slotId?: (string|null);

                /** LoadStepEvent activePowerW */
                activePowerW?: (number|null);

                /** LoadStepEvent durationS */
                durationS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LoadStepEvent. */
            type $Shape = wijk.v1.LoadStepEvent.$Properties;
        }

        /**
         * Properties of an EmergencyStopEvent.
         * @deprecated Use wijk.v1.EmergencyStopEvent.$Properties instead.
         */
        interface IEmergencyStopEvent extends wijk.v1.EmergencyStopEvent.$Properties {
        }

        /** Represents an EmergencyStopEvent. */
        class EmergencyStopEvent {

            /**
             * Constructs a new EmergencyStopEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.EmergencyStopEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EmergencyStopEvent active. */
            active: boolean;

            /**
             * Creates a new EmergencyStopEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EmergencyStopEvent instance
             */
            static create(properties: wijk.v1.EmergencyStopEvent.$Shape): wijk.v1.EmergencyStopEvent & wijk.v1.EmergencyStopEvent.$Shape;
            static create(properties?: wijk.v1.EmergencyStopEvent.$Properties): wijk.v1.EmergencyStopEvent;

            /**
             * Encodes the specified EmergencyStopEvent message. Does not implicitly {@link wijk.v1.EmergencyStopEvent.verify|verify} messages.
             * @param message EmergencyStopEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.EmergencyStopEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EmergencyStopEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.EmergencyStopEvent & wijk.v1.EmergencyStopEvent.$Shape} EmergencyStopEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.EmergencyStopEvent & wijk.v1.EmergencyStopEvent.$Shape;

            /**
             * Gets the type url for EmergencyStopEvent
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EmergencyStopEvent {

            /** Properties of an EmergencyStopEvent. */
            interface $Properties {

                /** EmergencyStopEvent active */
                active?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EmergencyStopEvent. */
            type $Shape = wijk.v1.EmergencyStopEvent.$Properties;
        }

        /**
         * Properties of an InjectResponse.
         * @deprecated Use wijk.v1.InjectResponse.$Properties instead.
         */
        interface IInjectResponse extends wijk.v1.InjectResponse.$Properties {
        }

        /** Represents an InjectResponse. */
        class InjectResponse {

            /**
             * Constructs a new InjectResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.InjectResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InjectResponse tick. */
            tick: number;

            /**
             * Creates a new InjectResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InjectResponse instance
             */
            static create(properties: wijk.v1.InjectResponse.$Shape): wijk.v1.InjectResponse & wijk.v1.InjectResponse.$Shape;
            static create(properties?: wijk.v1.InjectResponse.$Properties): wijk.v1.InjectResponse;

            /**
             * Encodes the specified InjectResponse message. Does not implicitly {@link wijk.v1.InjectResponse.verify|verify} messages.
             * @param message InjectResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.InjectResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InjectResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.InjectResponse & wijk.v1.InjectResponse.$Shape} InjectResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.InjectResponse & wijk.v1.InjectResponse.$Shape;

            /**
             * Gets the type url for InjectResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace InjectResponse {

            /** Properties of an InjectResponse. */
            interface $Properties {

                /** InjectResponse tick */
                tick?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InjectResponse. */
            type $Shape = wijk.v1.InjectResponse.$Properties;
        }

        /**
         * Properties of a WatchRequest.
         * @deprecated Use wijk.v1.WatchRequest.$Properties instead.
         */
        interface IWatchRequest extends wijk.v1.WatchRequest.$Properties {
        }

        /** Represents a WatchRequest. */
        class WatchRequest {

            /**
             * Constructs a new WatchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.WatchRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchRequest columns. */
            columns: string[];

            /** WatchRequest everyTicks. */
            everyTicks: number;

            /** WatchRequest watcherName. */
            watcherName: string;

            /**
             * Creates a new WatchRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchRequest instance
             */
            static create(properties: wijk.v1.WatchRequest.$Shape): wijk.v1.WatchRequest & wijk.v1.WatchRequest.$Shape;
            static create(properties?: wijk.v1.WatchRequest.$Properties): wijk.v1.WatchRequest;

            /**
             * Encodes the specified WatchRequest message. Does not implicitly {@link wijk.v1.WatchRequest.verify|verify} messages.
             * @param message WatchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.WatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.WatchRequest & wijk.v1.WatchRequest.$Shape} WatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.WatchRequest & wijk.v1.WatchRequest.$Shape;

            /**
             * Gets the type url for WatchRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WatchRequest {

            /** Properties of a WatchRequest. */
            interface $Properties {

                /** WatchRequest columns */
                columns?: (string[]|null);

                /** WatchRequest everyTicks */
                everyTicks?: (number|null);

                /** WatchRequest watcherName */
                watcherName?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchRequest. */
            type $Shape = wijk.v1.WatchRequest.$Properties;
        }

        /**
         * Properties of a WatchResponse.
         * @deprecated Use wijk.v1.WatchResponse.$Properties instead.
         */
        interface IWatchResponse extends wijk.v1.WatchResponse.$Properties {
        }

        /** Represents a WatchResponse. */
        class WatchResponse {

            /**
             * Constructs a new WatchResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.WatchResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchResponse frame. */
            frame?: (wijk.v1.Frame.$Properties|null);

            /** WatchResponse dropped. */
            dropped: number;

            /**
             * Creates a new WatchResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchResponse instance
             */
            static create(properties: wijk.v1.WatchResponse.$Shape): wijk.v1.WatchResponse & wijk.v1.WatchResponse.$Shape;
            static create(properties?: wijk.v1.WatchResponse.$Properties): wijk.v1.WatchResponse;

            /**
             * Encodes the specified WatchResponse message. Does not implicitly {@link wijk.v1.WatchResponse.verify|verify} messages.
             * @param message WatchResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.WatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.WatchResponse & wijk.v1.WatchResponse.$Shape} WatchResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.WatchResponse & wijk.v1.WatchResponse.$Shape;

            /**
             * Gets the type url for WatchResponse
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace WatchResponse {

            /** Properties of a WatchResponse. */
            interface $Properties {

                /** WatchResponse frame */
                frame?: (wijk.v1.Frame.$Properties|null);

                /** WatchResponse dropped */
                dropped?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchResponse. */
            type $Shape = wijk.v1.WatchResponse.$Properties;
        }

        /**
         * Properties of a Frame.
         * @deprecated Use wijk.v1.Frame.$Properties instead.
         */
        interface IFrame extends wijk.v1.Frame.$Properties {
        }

        /** Represents a Frame. */
        class Frame {

            /**
             * Constructs a new Frame.
             * @param [properties] Properties to set
             */
            constructor(properties?: wijk.v1.Frame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Frame tick. */
            tick: number;

            /** Frame timeUs. */
            timeUs: number;

            /** Frame groupActivePowerW. */
            groupActivePowerW: number;

            /** Frame groupLimitW. */
            groupLimitW: number;

            /** Frame quarterMeanActivePowerW. */
            quarterMeanActivePowerW: number;

            /** Frame quarterElapsedS. */
            quarterElapsedS: number;

            /** Frame gridLossesW. */
            gridLossesW: number;

            /** Frame sourceActivePowerW. */
            sourceActivePowerW: number;

            /** Frame outdoorTemperatureC. */
            outdoorTemperatureC: number;

            /** Frame globalIrradianceWPerM2. */
            globalIrradianceWPerM2: number;

            /** Frame solverIterations. */
            solverIterations: number;

            /** Frame solverMismatchPu. */
            solverMismatchPu: number;

            /** Frame substitutedShareRatio. */
            substitutedShareRatio: number;

            /** Frame transformerLoadingRatio. */
            transformerLoadingRatio: number;

            /** Frame emergencyStop. */
            emergencyStop: number;

            /** Frame decisionsMissed. */
            decisionsMissed: number;

            /** Frame inflexibleActivePowerW. */
            inflexibleActivePowerW: number;

            /** Frame gridStatus. */
            gridStatus: number;

            /** Frame slotActivePowerW. */
            slotActivePowerW: number[];

            /** Frame slotModelledPowerW. */
            slotModelledPowerW: number[];

            /** Frame slotMeasuredPowerW. */
            slotMeasuredPowerW: number[];

            /** Frame slotSetpointW. */
            slotSetpointW: number[];

            /** Frame slotSetpointFrom. */
            slotSetpointFrom: number[];

            /** Frame slotSource. */
            slotSource: number[];

            /** Frame slotAgeS. */
            slotAgeS: number[];

            /** Frame slotStateOfChargeRatio. */
            slotStateOfChargeRatio: number[];

            /** Frame slotTemperatureC. */
            slotTemperatureC: number[];

            /** Frame slotAvailableMaxW. */
            slotAvailableMaxW: number[];

            /** Frame slotAvailableMinW. */
            slotAvailableMinW: number[];

            /** Frame slotComfortDeficitKh. */
            slotComfortDeficitKh: number[];

            /** Frame slotSequence. */
            slotSequence: number[];

            /** Frame slotSupplyTemperatureC. */
            slotSupplyTemperatureC: number[];

            /** Frame slotEnergyDeficitWh. */
            slotEnergyDeficitWh: number[];

            /** Frame slotEnergyThroughputWh. */
            slotEnergyThroughputWh: number[];

            /** Frame slotWantedEnergyWh. */
            slotWantedEnergyWh: number[];

            /** Frame slotUrgencyRatio. */
            slotUrgencyRatio: number[];

            /** Frame slotMinimumRunW. */
            slotMinimumRunW: number[];

            /** Frame slotColdShowers. */
            slotColdShowers: number[];

            /** Frame slotSgReady. */
            slotSgReady: number[];

            /** Frame connectionActivePowerW. */
            connectionActivePowerW: number[];

            /** Frame connectionPhaseActivePowerW. */
            connectionPhaseActivePowerW: number[];

            /** Frame connectionPhaseReactivePowerVar. */
            connectionPhaseReactivePowerVar: number[];

            /** Frame voltageV. */
            voltageV: number[];

            /** Frame branchLoadingRatio. */
            branchLoadingRatio: number[];

            /** Frame branchCurrentA. */
            branchCurrentA: number[];

            /** Frame lastQuarterIndex. */
            lastQuarterIndex: number;

            /** Frame lastQuarterMeanActivePowerW. */
            lastQuarterMeanActivePowerW: number;

            /** Frame lastQuarterLimitW. */
            lastQuarterLimitW: number;

            /** Frame lastQuarterComplete. */
            lastQuarterComplete: number;

            /** Frame lastQuarterSubstitutedRatio. */
            lastQuarterSubstitutedRatio: number;

            /** Frame lastTenMinuteIndex. */
            lastTenMinuteIndex: number;

            /** Frame lastTenMinuteComplete. */
            lastTenMinuteComplete: number;

            /** Frame lastTenMinuteVoltageV. */
            lastTenMinuteVoltageV: number[];

            /** Frame lastTenMinuteLoadingRatio. */
            lastTenMinuteLoadingRatio: number[];

            /**
             * Creates a new Frame instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Frame instance
             */
            static create(properties: wijk.v1.Frame.$Shape): wijk.v1.Frame & wijk.v1.Frame.$Shape;
            static create(properties?: wijk.v1.Frame.$Properties): wijk.v1.Frame;

            /**
             * Encodes the specified Frame message. Does not implicitly {@link wijk.v1.Frame.verify|verify} messages.
             * @param message Frame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: wijk.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {wijk.v1.Frame & wijk.v1.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): wijk.v1.Frame & wijk.v1.Frame.$Shape;

            /**
             * Gets the type url for Frame
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Frame {

            /** Properties of a Frame. */
            interface $Properties {

                /** Frame tick */
                tick?: (number|null);

                /** Frame timeUs */
                timeUs?: (number|null);

                /** Frame groupActivePowerW */
                groupActivePowerW?: (number|null);

                /** Frame groupLimitW */
                groupLimitW?: (number|null);

                /** Frame quarterMeanActivePowerW */
                quarterMeanActivePowerW?: (number|null);

                /** Frame quarterElapsedS */
                quarterElapsedS?: (number|null);

                /** Frame gridLossesW */
                gridLossesW?: (number|null);

                /** Frame sourceActivePowerW */
                sourceActivePowerW?: (number|null);

                /** Frame outdoorTemperatureC */
                outdoorTemperatureC?: (number|null);

                /** Frame globalIrradianceWPerM2 */
                globalIrradianceWPerM2?: (number|null);

                /** Frame solverIterations */
                solverIterations?: (number|null);

                /** Frame solverMismatchPu */
                solverMismatchPu?: (number|null);

                /** Frame substitutedShareRatio */
                substitutedShareRatio?: (number|null);

                /** Frame transformerLoadingRatio */
                transformerLoadingRatio?: (number|null);

                /** Frame emergencyStop */
                emergencyStop?: (number|null);

                /** Frame decisionsMissed */
                decisionsMissed?: (number|null);

                /** Frame inflexibleActivePowerW */
                inflexibleActivePowerW?: (number|null);

                /** Frame gridStatus */
                gridStatus?: (number|null);

                /** Frame slotActivePowerW */
                slotActivePowerW?: (number[]|null);

                /** Frame slotModelledPowerW */
                slotModelledPowerW?: (number[]|null);

                /** Frame slotMeasuredPowerW */
                slotMeasuredPowerW?: (number[]|null);

                /** Frame slotSetpointW */
                slotSetpointW?: (number[]|null);

                /** Frame slotSetpointFrom */
                slotSetpointFrom?: (number[]|null);

                /** Frame slotSource */
                slotSource?: (number[]|null);

                /** Frame slotAgeS */
                slotAgeS?: (number[]|null);

                /** Frame slotStateOfChargeRatio */
                slotStateOfChargeRatio?: (number[]|null);

                /** Frame slotTemperatureC */
                slotTemperatureC?: (number[]|null);

                /** Frame slotAvailableMaxW */
                slotAvailableMaxW?: (number[]|null);

                /** Frame slotAvailableMinW */
                slotAvailableMinW?: (number[]|null);

                /** Frame slotComfortDeficitKh */
                slotComfortDeficitKh?: (number[]|null);

                /** Frame slotSequence */
                slotSequence?: (number[]|null);

                /** Frame slotSupplyTemperatureC */
                slotSupplyTemperatureC?: (number[]|null);

                /** Frame slotEnergyDeficitWh */
                slotEnergyDeficitWh?: (number[]|null);

                /** Frame slotEnergyThroughputWh */
                slotEnergyThroughputWh?: (number[]|null);

                /** Frame slotWantedEnergyWh */
                slotWantedEnergyWh?: (number[]|null);

                /** Frame slotUrgencyRatio */
                slotUrgencyRatio?: (number[]|null);

                /** Frame slotMinimumRunW */
                slotMinimumRunW?: (number[]|null);

                /** Frame slotColdShowers */
                slotColdShowers?: (number[]|null);

                /** Frame slotSgReady */
                slotSgReady?: (number[]|null);

                /** Frame connectionActivePowerW */
                connectionActivePowerW?: (number[]|null);

                /** Frame connectionPhaseActivePowerW */
                connectionPhaseActivePowerW?: (number[]|null);

                /** Frame connectionPhaseReactivePowerVar */
                connectionPhaseReactivePowerVar?: (number[]|null);

                /** Frame voltageV */
                voltageV?: (number[]|null);

                /** Frame branchLoadingRatio */
                branchLoadingRatio?: (number[]|null);

                /** Frame branchCurrentA */
                branchCurrentA?: (number[]|null);

                /** Frame lastQuarterIndex */
                lastQuarterIndex?: (number|null);

                /** Frame lastQuarterMeanActivePowerW */
                lastQuarterMeanActivePowerW?: (number|null);

                /** Frame lastQuarterLimitW */
                lastQuarterLimitW?: (number|null);

                /** Frame lastQuarterComplete */
                lastQuarterComplete?: (number|null);

                /** Frame lastQuarterSubstitutedRatio */
                lastQuarterSubstitutedRatio?: (number|null);

                /** Frame lastTenMinuteIndex */
                lastTenMinuteIndex?: (number|null);

                /** Frame lastTenMinuteComplete */
                lastTenMinuteComplete?: (number|null);

                /** Frame lastTenMinuteVoltageV */
                lastTenMinuteVoltageV?: (number[]|null);

                /** Frame lastTenMinuteLoadingRatio */
                lastTenMinuteLoadingRatio?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Frame. */
            type $Shape = wijk.v1.Frame.$Properties;
        }
    }
}
