import Care
import Dynamics

/// The body's parameters for one study: the model's own values, then the product's, then the study's, each with its
/// spread and origin.
public struct BodyParameters: Sendable {
    /// A product or study names a parameter that the body does not have.
    public struct Unknown: Error, Sendable, CustomStringConvertible {
        /// The name.
        public let name: String
        /// The names that there are.
        public let known: [String]
        /// What is wrong.
        public var description: String { "the body model has no parameter '\(name)'" }
    }

    /// One parameter as it applies here.
    public struct Entry: Sendable {
        /// Identifier in the model.
        public let id: String
        /// Position among the program's parameters.
        public let index: Int
        /// What it is, in words.
        public let meaning: String
        /// Value, spread and origin.
        public let value: SourcedValue
    }

    /// All parameters in the program's order.
    public let entries: [Entry]

    private let defaults: [Double]
    private let position: [String: Int]
    private let process: ManufacturingProcess
    private let hyperinflammation: HyperinflammationClass?

    /// Values of one owner, and what was fitted of them.
    struct Layer {
        var values: [String: SourcedValue] = [:]
        var fitted: [String: FittedParameters.Entry] = [:]
    }

    /// - Parameters:
    ///   - base: the model's data file.
    ///   - layers: later ones win: the body's, the disease's, the product's, the user's. A layer's fitted values are
    ///     laid over what stands at that layer, its own or inherited: a fitted value leaves the spread below as it is.
    ///   - source: where fitted values come from.
    init(
        _ program: Program, base: [String: BodyParameter], layers: [Layer], fittedBy source: String,
        product: Product
    ) throws(Unknown) {
        process = product.process
        hyperinflammation = product.hyperinflammation
        let known = Set(program.parameters.map(\.id))
        let named = layers.flatMap { Array($0.values.keys) + Array($0.fitted.keys) }
        for name in named.sorted() where !known.contains(name) {
            throw Unknown(name: name, known: program.parameters.map(\.id))
        }
        entries = program.parameters.enumerated().map { index, quantity in
            let own = base[quantity.id]
            var value = SourcedValue(
                value: own?.value ?? quantity.value, unit: own?.unit ?? quantity.unit, cv: own?.cv,
                bounded: own?.bounded, origin: own?.origin ?? .assumed, source: own?.source ?? "the model file")
            for layer in layers {
                if let other = layer.values[quantity.id] { value = other }
                if let fitted = layer.fitted[quantity.id] { value.take(fitted, source: source) }
            }
            return Entry(id: quantity.id, index: index, meaning: own?.meaning ?? quantity.name, value: value)
        }
        defaults = entries.map(\.value.value)
        position = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.index) })
    }

    /// The parameters of one patient: covariates as they are, the product's make-up as harvested, the rest drawn, each
    /// from a stream of its own, so that giving one parameter a spread changes no other.
    func draw(
        for patient: VirtualPatient, plan: VeinToVein, covariates: CovariateLaw, engrafting: Double,
        source: RandomSource
    ) -> [Double] {
        var values = defaults
        for entry in entries {
            guard let cv = entry.value.cv, cv > 0 else { continue }
            var score = source.score(.body(entry.id), patient: patient.index)
            if entry.id == "fitness" {
                let rho = covariates.model.fitnessInBody.value
                score = rho * patient.fitnessScore + (1 - rho * rho).squareRoot() * score
            }
            values[entry.index] = entry.value.value(atScore: score)
        }
        func set(_ id: String, _ value: Double) { if let index = position[id] { values[index] = value } }
        func scale(_ id: String, by factor: Double) { if let index = position[id] { values[index] *= factor } }
        set("WT", patient.weight)
        set("BSA", patient.bodySurface)
        set("EGFR", patient.creatinineClearance)
        set("EASIX", patient.easix)
        set("T0", patient.burden)
        set("LINES", Double(max(1, patient.priorLines)))
        set("KN", patient.lymphocytes * 1000)
        set("ANC0", patient.neutrophils)
        set("PLT0", patient.platelets)
        set("CRP0", patient.crp)
        set("Fer0", patient.ferritin)
        set("IgG0", patient.immunoglobulinG)
        var product = source.stream(.productFitness, patient: patient.index)
        if product.bernoulli(process.unfitShare.value) {
            scale("fitness", by: process.unfitFitness.draw(from: &product))
        }
        if let hyperinflammation {
            var reaction = source.stream(.hyperinflammation, patient: patient.index)
            if reaction.bernoulli(hyperinflammation.share.value) {
                scale("hlh", by: hyperinflammation.feedback.draw(from: &reaction))
            }
        }
        if let batch = plan.product {
            set("fM", engrafting * batch.harvest.memoryFraction)
            set("fE", engrafting * (1 - batch.harvest.memoryFraction))
            set("fX", 1 - engrafting)
        }
        return values
    }
}
