/// Arguments that begin with a minus and a digit, as places south of the equator do, made such that the parser does not take them for options.
enum NegativeNumbers {
    /// Options whose values may begin so.
    private static let options: Set<String> = ["--box", "--receiver", "--from", "--to", "--at"]

    /// `--box -8,105,-5,109` becomes `--box=-8,105,-5,109`; what belongs to no option goes to the end, behind `--`.
    static func settled(_ arguments: [String]) -> [String] {
        var settled: [String] = []
        var places: [String] = []
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        for argument in arguments[..<end] {
            if !isNegative(argument) {
                settled.append(argument)
            } else if let last = settled.last, options.contains(last) {
                settled[settled.count - 1] = "\(last)=\(argument)"
            } else {
                places.append(argument)
            }
        }
        let rest = arguments[end...].dropFirst()
        return places.isEmpty && end == arguments.endIndex ? settled : settled + ["--"] + places + rest
    }

    private static func isNegative(_ argument: String) -> Bool {
        let rest = argument.dropFirst()
        return argument.first == "-" && (rest.first == "." || rest.first?.isNumber == true)
    }
}
