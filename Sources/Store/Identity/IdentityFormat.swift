public import Aero

/// Which file a person brings.
public enum IdentityFormat: String, Hashable, Sendable, CaseIterable {
    /// tar1090-db's `aircraft.csv`, plain or packed.
    case tar1090 = "tar1090-db"
    case planeAlert = "plane-alert-db"
    /// `BaseStation.sqb`, SQLite.
    case baseStation = "basestation"
    /// `aircraftDatabase.csv`.
    case openSky = "opensky"
    /// `MASTER.txt`, with `ACFTREF.txt` for types.
    case faa = "faa"
    /// Our own CSV: docs/identity.md.
    case own

    /// What its rows are taken for.
    public var kind: IdentitySourceKind {
        switch self {
        case .faa: .register
        case .own: .person
        case .tar1090, .planeAlert, .baseStation, .openSky: .list
        }
    }

    /// The licence its makers state.
    public var licence: LicenceTag {
        switch self {
        case .tar1090, .baseStation: .unknown
        case .planeAlert: .openDatabase
        case .openSky: .nonCommercial
        case .faa: .publicDomain
        case .own: .own
        }
    }
}
