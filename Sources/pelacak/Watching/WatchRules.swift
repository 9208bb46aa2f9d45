import Aero
import Foundation
import Site
import Watch

/// Reads rules as people give them, and those that come with the program.
enum WatchRules {
    /// - Parameter version: instead of the one that is written.
    /// - Throws: what is wrong, with its path and line; names that are not known here too.
    static func rule(
        _ text: WatchText,
        id: String,
        version: Int? = nil,
        context: WatchContext
    ) throws(WatchDeskError) -> WatchRule {
        do throws(RuleError) {
            var tree: RuleValue
            switch text {
            case .json(let bytes): tree = try RuleValue(json: bytes)
            case .yaml(let text): tree = try RuleYAML.tree(text)
            }
            if let version { tree = tree.replacing("version", with: RuleValue(.number(Double(version)))) }
            let rule = try WatchRule(tree, id: id)
            // Whoever asks for an area or an airport that is not known is told now.
            _ = try WatchEngine(rules: [rule], context: context)
            return rule
        } catch {
            let isNamed = error.path == tree(text)?.name
            throw .rule(RuleError(error.fault, path: isNamed ? "" : error.path, line: error.line))
        }
    }

    private static func tree(_ text: WatchText) -> (name: String, tree: RuleValue)? {
        let tree: RuleValue?
        switch text {
        case .json(let bytes): tree = try? RuleValue(json: bytes)
        case .yaml(let text): tree = try? RuleYAML.tree(text)
        }
        guard let tree, case .map(let members) = tree.content,
            case .text(let name)? = members.first(where: { $0.key == "name" })?.value.content
        else { return nil }
        return (name, tree)
    }

    static func sentences(_ rule: WatchRule) -> [String: String] {
        Dictionary(uniqueKeysWithValues: WatchLanguage.allCases.map { ($0.rawValue, rule.sentence(in: $0)) })
    }

    /// Of the folder `Lists/watches` that lies beside the program or in the checkout.
    static let examples: [WatchExample] = {
        guard let folder = Assets.exampleRules() else { return [] }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        return names.filter { $0.hasSuffix(".json") }.compactMap { name in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
                let tree = try? RuleValue(json: data), let rule = try? WatchRule(tree, id: String(name.dropLast(5)))
            else { return nil }
            return WatchExample(
                id: rule.id,
                name: rule.name,
                rule: Array(tree.json.utf8),
                yaml: RuleYAML.text(tree),
                sentence: sentences(rule)
            )
        }
    }()
}
