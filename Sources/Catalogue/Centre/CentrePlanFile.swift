import Therapy
import Yams

/// A plan as read, with what is needed to read it again under a scenario.
public struct CentrePlanFile: Sendable {
    /// The plan as it stands.
    public let plan: CentrePlan
    private let text: String
    private let file: String
    private let knowledge: CentreKnowledge

    /// Reads a plan, checks it, and checks that every scenario of it leads to a plan that is right as well.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public init(from text: String, file: String, knowledge: CentreKnowledge) throws {
        self.text = text
        self.file = file
        self.knowledge = knowledge
        plan = try Self.read(try YAMLDocument(text, file: file), knowledge)
        for (index, scenario) in (plan.scenarios ?? []).enumerated() {
            _ = try self.plan(under: scenario, at: FieldPath("scenarios") + index)
        }
    }

    /// The plan with a scenario's changes.
    ///
    /// - Throws: `CatalogueError` if a path of it leads nowhere, or to a plan that cannot be.
    public func plan(under scenario: CentreScenario) throws -> CentrePlan {
        let index = (plan.scenarios ?? []).firstIndex { $0.id == scenario.id }
        return try plan(under: scenario, at: index.map { FieldPath("scenarios") + $0 } ?? FieldPath())
    }

    private func plan(under scenario: CentreScenario, at path: FieldPath) throws -> CentrePlan {
        let document = try YAMLDocument(text, file: file)
        var root = document.root
        for (index, change) in (scenario.changes ?? []).enumerated() {
            root = try Self.apply(change, to: root, document, at: path + "changes" + index)
        }
        do {
            var changed = try Self.read(YAMLDocument(root: root, file: file), knowledge)
            guard let more = scenario.sites else { return changed }
            changed.sites += more
            var inspection = Inspection(of: document)
            inspection.checkSites(changed, path + "sites", from: changed.sites.count - more.count)
            try inspection.conclude()
            return changed
        } catch let error as CatalogueError {
            throw CatalogueError(
                error.problems.map { problem in
                    var problem = problem
                    problem.remedy += " (Under the scenario '\(scenario.id)'.)"
                    return problem
                })
        }
    }

    private static func read(_ document: YAMLDocument, _ knowledge: CentreKnowledge) throws -> CentrePlan {
        let plan = try NodeDecoder.decode(CentrePlan.self, from: document)
        var inspection = Inspection(of: document)
        inspection.check(plan, knowledge)
        try inspection.conclude()
        return plan
    }

    private static func apply(
        _ change: CentreScenario.Change, to root: Node, _ document: YAMLDocument, at path: FieldPath
    ) throws -> Node {
        func fault(_ place: FieldPath, _ found: String, _ expected: String, _ remedy: String) -> CatalogueError {
            CatalogueError([document.problem(at: place, found: found, expected: expected, remedy: remedy)])
        }
        guard let way = ChangePath(change.path) else {
            throw fault(
                path + "path", "'\(change.path)'", "a path such as services[axi-cel].pace or kinds[*].beds",
                "Write keys with dots, and members of lists by their id in brackets.")
        }
        let given = [change.value, change.times, change.plus].compactMap { $0 }.count + (change.word == nil ? 0 : 1)
        guard given > 0, change.word == nil || given == 1, change.value == nil || given == 1 else {
            throw fault(
                path, "\(given) ways to change it", "`value` or `word` alone, or `times` and `plus`",
                "Keep one of them.")
        }
        do {
            return try way.replacing(in: root) { node in
                if let word = change.word { return Node(word, .implicit, .plain) }
                if let value = change.value { return Node("\(value)", .implicit, .plain) }
                guard let text = node.scalar?.string, let number = Double(text) else {
                    throw fault(
                        path + "path", YAMLDocument.describe(node), "the path of a number",
                        "Name the number itself, or use `word`.")
                }
                return Node("\(number * (change.times ?? 1) + (change.plus ?? 0))", .implicit, .plain)
            }
        } catch let missing as ChangePath.Missing {
            let near = NearMatches.of(missing.name, among: missing.known)
            throw fault(
                path + "path", "'\(missing.name)', which the plan does not have",
                missing.known.isEmpty
                    ? "a field of the plan" : "one of \(missing.known.sorted().joined(separator: ", "))",
                near.isEmpty ? "Correct the path." : "Did you mean \(near.joined(separator: " or "))?")
        }
    }
}

extension YAMLDocument {
    /// A tree that was made from a document's, for reading it again.
    init(root: Node, file: String) {
        self.root = root
        self.file = file
    }
}

/// What a plan may name.
public struct CentreKnowledge: Sendable {
    /// Studies that there are.
    public let studies: [String]
    /// Numbers of a study and its product that `changes` may set; nil if they are not at hand.
    public let numbers: [String]?

    /// What a plan may name.
    public init(studies: [String], numbers: [String]? = nil) {
        self.studies = studies
        self.numbers = numbers
    }
}
