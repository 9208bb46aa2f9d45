/// The columns of a block by the number that stands before each. A number once given is never used for something else.
enum ChunkColumn: UInt8 {
    case time = 1
    case latitude = 2
    case longitude = 3
    case barometric = 4
    case geometric = 5
    case speed = 6
    case track = 7
    case rate = 8
    case nic = 9
    case level = 10
    case source = 11
    case flags = 12
    /// The sets of receivers that the next column points into.
    case receiverSets = 13
    case heardBy = 14
    // 32… are the details: `DetailColumn`.
}
