/// How many longitude zones compact position reporting uses at a latitude: the NL function of the standard.
///
/// - Source: RTCA DO-260B, A.1.7.2 d, with NZ = 15.
public enum LongitudeZones {
    /// NL of a latitude in degrees: 59 at the equator, 2 at exactly 87 degrees, 1 nearer to a pole.
    public static func count(atLatitude latitude: Double) -> Int {
        let height = latitude.magnitude
        if height > 87 { return 1 }
        var low = 0
        var high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] > height { high = middle } else { low = middle + 1 }
        }
        return max(2, 59 - low)
    }

    /// The latitude at which NL falls below 59, below 58, … below 2, in degrees; rounded to 1e-10.
    static let edges: [Double] = [
        10.4704713000, 14.8281743687, 18.1862635707, 21.0293949260, 23.5450448656,
        25.8292470706, 27.9389871012, 29.9113568573, 31.7720970768, 33.5399343630,
        35.2289959780, 36.8502510759, 38.4124189241, 39.9225668433, 41.3865183226,
        42.8091401224, 44.1945495142, 45.5462672266, 46.8673325250, 48.1603912810,
        49.4277643926, 50.6715016555, 51.8934246917, 53.0951615280, 54.2781747227,
        55.4437844450, 56.5931875621, 57.7274735387, 58.8476377615, 59.9545927669,
        61.0491777425, 62.1321665921, 63.2042747938, 64.2661652257, 65.3184530968,
        66.3617100838, 67.3964677408, 68.4232202208, 69.4424263114, 70.4545107499,
        71.4598647303, 72.4588454473, 73.4517744167, 74.4389341573, 75.4205625665,
        76.3968439079, 77.3678946133, 78.3337408292, 79.2942822546, 80.2492321328,
        81.1980134927, 82.1395698051, 83.0719944472, 83.9917356298, 84.8916619070,
        85.7554162094, 86.5353699751, 87.0000000000,
    ]
}
