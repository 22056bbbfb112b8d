/// A tree of chances: from leukapheresis to infusion, or not.
public indirect enum DecisionTree<Payoff: Sendable>: Sendable {
    /// An end of the tree.
    case outcome(Payoff)
    /// One of several ways on.
    case chance([Branch])

    /// A way on.
    public struct Branch: Sendable {
        /// For people.
        public let title: String
        /// How probable it is.
        public let probability: Double
        /// Where it leads.
        public let tree: DecisionTree

        /// Makes a way on.
        public init(_ title: String, _ probability: Double, _ tree: DecisionTree) {
            self.title = title
            self.probability = probability
            self.tree = tree
        }
    }

    /// All ends with their probabilities, in order.
    ///
    /// - Throws: `Fault` if a probability is none, or those of one node do not add up to 1.
    public func ends() throws(Fault) -> [(probability: Double, payoff: Payoff)] {
        switch self {
        case .outcome(let payoff): return [(1, payoff)]
        case .chance(let branches):
            let total = branches.reduce(0) { $0 + $1.probability }
            guard (total - 1).magnitude < 1e-9 else {
                throw Fault(
                    [], found: "probabilities of \(total) in all", expected: "1",
                    remedy: "Add the missing way, or correct a probability.")
            }
            var ends: [(probability: Double, payoff: Payoff)] = []
            for branch in branches {
                try Fault.requireProbability(branch.probability, branch.title)
                do {
                    for end in try branch.tree.ends() {
                        ends.append((end.probability * branch.probability, end.payoff))
                    }
                } catch { throw error.under(branch.title) }
            }
            return ends
        }
    }
}
