import Tracking

/// What a damaged database says of its own schema, as far as that can be read.
struct OldSchema {
    /// The trees of a database made by the same steps, with the roots of this one where it says them.
    ///
    /// The steps give each tree the same root in each database: where the first page is gone the roots are known all the same.
    let trees: [SavedTree]
    private let steps: Set<String>
    private let realm: String?

    init(_ pages: DatabasePages, _ known: [SavedTree]) {
        var roots: [String: Int] = [:]
        _ = TreeReader(pages).read(root: 1, TreeReader.Form(isIndex: false, hasBytes: false), as: 1) { record in
            let values = record.values
            guard values.count == 5, let name = values[1].text, let root = values[3].integer else { return false }
            if root > 1, root <= pages.count { roots[name] = Int(root) }
            return true
        }
        trees = known.map { tree in
            var tree = tree
            tree.root = roots[tree.name] ?? tree.root
            return tree
        }
        let reader = TreeReader(pages)
        var (steps, realm): (Set<String>, String?) = ([], nil)
        for (index, tree) in trees.enumerated() where ["grdb_migrations", "fact"].contains(tree.name) {
            _ = reader.read(root: tree.root, tree.form, as: UInt8(index + 1)) { record in
                guard let values = tree.values(record) else { return false }
                if tree.name == "grdb_migrations", let step = values[0].text { steps.insert(step) }
                if tree.name == "fact", values.first == .text("realm") { realm = values.last?.text }
                return true
            }
        }
        (self.steps, self.realm) = (steps, realm)
    }

    /// Refuses what a newer program made, and what holds another world.
    ///
    /// - Throws: `newerSchema`, `unreadable`.
    func refuse(realm: ArchiveRealm, migrations: [String], path: String) throws(ArchiveError) {
        // One strange name among those that are lacking is a damaged one.
        if let strange = steps.subtracting(migrations).max(), steps.isSuperset(of: migrations) {
            throw .newerSchema(found: strange, known: migrations.last ?? "none")
        }
        if let found = self.realm, found != realm.rawValue, ArchiveRealm(rawValue: found) != nil {
            throw .unreadable(path: path, reason: "it holds \(found) data, not \(realm.rawValue)")
        }
    }

    /// The last step that was taken; `nil` when all were, or nobody knows.
    func lastStep(of migrations: [String]) -> String? {
        let last = migrations.last { steps.contains($0) }
        return last == migrations.last ? nil : last
    }
}
