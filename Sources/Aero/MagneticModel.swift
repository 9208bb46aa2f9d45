/// The World Magnetic Model: which way a compass points, 2015 up to the end of 2029.
///
/// A model of the main field to degree and order 12, renewed every five years, with its change over those years. The epochs
/// here are 2015 (its second release, 2015v2), 2020 and 2025; the one whose five years hold the date is used, so the
/// declination jumps at the turn of an epoch. Measured at 3,000 places within 60° of the equator: by 0.02° (half of them) up
/// to 0.19° in 2020, by 0.08° up to 0.58° in 2025.
/// - Source: Chulliat et al., *The US/UK World Magnetic Model for 2020-2025*, NOAA NCEI technical report, 2020, section 1.2;
///   coefficients: `MagneticModel+Coefficients.swift`.
public struct MagneticModel: Sendable {
    /// The year from which its coefficients count.
    public let epoch: Double
    private let terms: [MagneticTerm]

    /// The model whose five years hold the instant; `nil` before 2015 and from 2030 on.
    public static func covering(_ time: Timestamp) -> MagneticModel? {
        let year = time.decimalYear
        return models.first { ($0.epoch..<$0.epoch + 5).contains(year) }
    }

    /// Angle from true to magnetic north, east positive, -180 … 180.
    ///
    /// - Parameters:
    ///   - position: WGS-84.
    ///   - height: above the ellipsoid, -1 … 850 km. A pressure altitude does as well: a kilometre is 0.01° or less.
    ///   - time: 2015 up to the end of 2029.
    /// - Returns: `nil` outside these years and heights. Near the magnetic poles the angle exists and means little: see
    ///   `MagneticField.isUsableByCompass`.
    public static func declination(at position: Position, height: Metres, on time: Timestamp) -> Degrees? {
        field(at: position, height: height, on: time)?.declination
    }

    /// The direction in degrees true, 0 ..< 360, of a magnetic one.
    ///
    /// - Returns: `nil` where `declination` is, for a direction that is not finite, and in the blackout zones.
    public static func trueHeading(
        fromMagnetic magnetic: Degrees,
        at position: Position,
        height: Metres,
        on time: Timestamp
    ) -> Degrees? {
        guard magnetic.rawValue.isFinite, let field = field(at: position, height: height, on: time),
            field.isUsableByCompass
        else { return nil }
        return (magnetic + field.declination).asDirection
    }

    /// The field; parameters and `nil` as in `declination`.
    public static func field(at position: Position, height: Metres, on time: Timestamp) -> MagneticField? {
        guard let model = covering(time), (-1000...850_000).contains(height.rawValue) else { return nil }
        return model.field(
            at: GeocentricPlace(position, height: height),
            yearsAfterEpoch: time.decimalYear - model.epoch
        )
    }

    private static let models = [(2015.0, text2015), (2020.0, text2020), (2025.0, text2025)].map { epoch, text in
        MagneticModel(epoch: epoch, terms: MagneticTerm.parse(text))
    }

    /// Sums the series order by order (report, section 1.2).
    ///
    /// From order 1 on the Legendre functions are carried divided by the sine of the colatitude: the eastward part needs just
    /// that quotient, and so nothing is divided by zero at the poles.
    private func field(at place: GeocentricPlace, yearsAfterEpoch years: Double) -> MagneticField {
        let ratio = MagneticTerm.radius / place.radius
        let cosine = Trigonometry.cosine(place.longitude)
        let sine = Trigonometry.sine(place.longitude)
        var sum = FieldSum()
        var (orderCosine, orderSine) = (1.0, 0.0)
        var orderPower = ratio * ratio
        var (legendre, before, power) = (1.0, 0.0, orderPower)
        var (slope, slopeBefore) = (0.0, 0.0)
        var diagonal = 1.0
        for term in terms {
            if term.degree == term.order {
                // A new order begins at its own degree.
                (orderCosine, orderSine) =
                    (orderCosine * cosine - orderSine * sine, orderSine * cosine + orderCosine * sine)
                orderPower *= ratio
                if term.order > 1 { diagonal *= term.diagonal * place.sineColatitude }
                (legendre, before, power) = (diagonal, 0, orderPower)
            } else {
                let next = term.first * place.cosineColatitude * legendre - term.second * before
                if term.order == 0 {
                    let steeper = place.cosineColatitude * slope - place.sineColatitude * legendre
                    (slope, slopeBefore) = (term.first * steeper - term.second * slopeBefore, slope)
                }
                (legendre, before) = (next, legendre)
                power *= ratio
            }
            let g = term.g + term.gRate * years
            let h = term.h + term.hRate * years
            let along = power * (g * orderCosine + h * orderSine)
            guard term.order > 0 else {
                sum.north += along * slope
                sum.down -= Double(term.degree + 1) * along * legendre
                continue
            }
            sum.north += along * (Double(term.degree) * place.cosineColatitude * legendre - term.root * before)
            sum.east += power * Double(term.order) * (g * orderSine - h * orderCosine) * legendre
            sum.down -= Double(term.degree + 1) * along * legendre * place.sineColatitude
        }
        return sum.turned(by: place.tilt)
    }
}

/// The three sums of the series, in the directions of the sphere.
private struct FieldSum {
    var north = 0.0
    var east = 0.0
    var down = 0.0

    /// The same in the directions of the ellipsoid (report, section 1.2).
    func turned(by tilt: Double) -> MagneticField {
        let (cosine, sine) = (Trigonometry.cosine(tilt), Trigonometry.sine(tilt))
        return MagneticField(
            northNanotesla: north * cosine - down * sine,
            eastNanotesla: east,
            downNanotesla: north * sine + down * cosine
        )
    }
}
