/// By which way an extended squitter comes: relayed ones give some bits another meaning.
///
/// - Source: RTCA DO-260B, 2.2.17.3 (TIS-B) and 2.2.18 (ADS-R); ICAO Doc 9871, B.3.4.
public enum SquitterLink: Hashable, Sendable {
    /// From the aircraft itself.
    case direct
    /// ADS-R: repeated from another data link. Bits say whose the address is in place of NIC supplement B, T and the intent flag.
    case rebroadcast
    /// TIS-B: a ground station tells of a target of its own. Besides, the velocity has a layout of its own.
    case trafficInformation
}
