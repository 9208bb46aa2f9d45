public import Aero

extension TargetState {
    /// Where an aircraft of ADS-B version 1 is going to, subtype 0.
    ///
    /// - Source: ICAO Doc 9871, B.2.3.9.3 to B.2.3.9.11 and table B-2-98.
    public struct Version1: Hashable, Sendable {
        let field: Field56

        /// Where a target comes from.
        public enum Source: UInt8, Hashable, Sendable {
            /// No target is known.
            case none
            /// What is set on the mode control panel.
            case panel
            /// The altitude or heading that is being held.
            case holding
            case flightManagement
        }

        /// How far the aircraft is with it.
        public enum Mode: UInt8, Hashable, Sendable {
            case unknown
            /// On the way to it.
            case acquiring
            /// At it, or about to be.
            case maintaining
            case reserved
        }

        public var verticalSource: Source { Source(rawValue: UInt8(field.bits(8, 9))) ?? .none }
        /// The altitude is above mean sea level, by the pressure setting; else a flight level.
        public var isAltitudeAboveSeaLevel: Bool { field.bit(10) }
        /// 0 only the altitude held can be told, 1 the panel's too, 2 the flight management's too; 3 reserved.
        public var altitudeCapability: UInt8 { UInt8(field.bits(12, 13)) }
        public var verticalMode: Mode { Mode(rawValue: UInt8(field.bits(14, 15))) ?? .unknown }

        /// -1,000 … 100,000 ft in steps of 100; `nil` when there is none, or beyond.
        public var altitude: Feet? {
            let raw = Int(field.bits(16, 25))
            return verticalSource == .none || raw > 1010 ? nil : Feet(raw * 100 - 1000)
        }

        public var horizontalSource: Source { Source(rawValue: UInt8(field.bits(26, 27))) ?? .none }

        /// 0 ..< 360 in whole degrees; `nil` when there is none, or beyond.
        public var direction: Degrees? {
            let raw = Int(field.bits(28, 36))
            return horizontalSource == .none || raw > 359 ? nil : Degrees(raw)
        }

        /// The direction is a track; else a heading.
        public var isDirectionTrack: Bool { field.bit(37) }
        public var horizontalMode: Mode { Mode(rawValue: UInt8(field.bits(38, 39))) ?? .unknown }
    }
}
