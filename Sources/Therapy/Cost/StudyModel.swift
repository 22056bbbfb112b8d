import Care
import Dynamics
import Economics

/// The valuation of a study's virtual patients, from leukapheresis on and for life, against a comparator.
///
/// Costs and QALYs within follow-up are the patients' own. Beyond it the shares that are alive, and without progression,
/// go on by fitted curves, averaged by Akaike's weights, beside what everybody may die of. Those who were collected and
/// not infused have their own costs, and go on as the comparator's patients if they are alive.
public struct StudyModel: ValuedModel, Sendable {
    /// Prices, utilities and the plan's numbers.
    public let inputs: [String: Input]
    /// Their values.
    public let numbers: Numbers
    /// The plan's comparator.
    public var comparator: String { plan.comparator.id }
    /// What is compared with.
    public let plan: ValuationPlan
    /// Whose costs count.
    public let view: View
    /// How progression and death go on after follow-up.
    public let progressionTail, survivalTail: TailCurve
    /// The study's name and product, for people.
    public let title: String
    let patients: [PatientUse]
    let lifeTable: LifeTable
    let age: Double
    let female: Double
    /// Years from infusion to the end of follow-up.
    let followUp: Double
    let seed: UInt64

    /// Names of inputs that are prices, and of what society bears.
    static func price(_ name: String) -> String { "price." + name }
    static func utility(_ name: UtilitySet.Name) -> String { "utility." + name.rawValue }
    static func society(_ name: String) -> String { "society." + name }
    /// Name of the ratio of hazards after follow-up to those of the fitted curve.
    static let tail = "tail.hazardRatio"

    /// - Parameter extrapolation: the one family of curves to go on by; all, by their weights, if nil.
    /// - Throws: `Fault` for what is missing or mixed, with its path.
    public init(
        setting: TrialSetting, outcomes: [Outcome], plan: ValuationPlan, utilities: UtilitySet, prices: PriceList,
        lifeTable: LifeTable, view: View, extrapolation: CurveFit.Family? = nil
    ) throws(Fault) {
        try utilities.check()
        let book = try PriceBook(
            prices, product: setting.product.definition.id, disease: setting.study.disease)
        guard book.money == plan.money else {
            throw Fault(
                ["money"], found: "prices in \(book.money), the comparator in \(plan.money)", expected: "one money",
                remedy: "Choose a price list of \(plan.money), or restate the comparator's amounts.")
        }
        var inputs = plan.inputs
        for (name, input) in inputs.sorted(by: { $0.key < $1.key }) {
            do { try input.check() } catch { throw error.under("inputs", name) }
        }
        for (name, input) in utilities.inputs { inputs["utility." + name] = input }
        inputs.merge(Self.inputs(of: prices, book)) { own, _ in own }
        for name in SocietalUse.Name.allCases {
            guard let input = prices.society?[name.rawValue] else {
                throw Fault(
                    ["society"], found: "no \(name.rawValue)", expected: "each of them",
                    remedy: "Add \(name.rawValue) to the price list, assumed if need be.")
            }
            do { try input.check() } catch { throw error.under("society", name.rawValue) }
            inputs[Self.society(name.rawValue)] = input
        }
        inputs[Self.tail] = Input(
            title: "Hazard after follow-up, against the fitted curve", kind: .positive, value: 1, low: 0.5, high: 2,
            origin: .assumed, source: "assumed: half to twice")
        let collected = outcomes.filter { $0.failure == nil && $0.collections > 0 }
        let infused = collected.filter(\.infused)
        guard infused.count >= 20 else {
            throw Fault(
                ["patients"], found: "\(infused.count) infused", expected: "20 or more",
                remedy: "Simulate more patients: a curve cannot be carried on from so few.")
        }
        let proximityDays = Double(setting.product.definition.proximityWeeks) * 7
        patients = collected.map { PatientUse($0, rates: plan.discounting, proximityDays: proximityDays) }
        let followUp = setting.study.followUpDays / 365.25
        self.followUp = followUp
        let span = max(plan.cycleMonths / 12, plan.horizonYears - followUp)
        func tail(_ time: KeyPath<Outcome, Double?>, _ event: KeyPath<Outcome, Bool>) -> TailCurve {
            let times = infused.map { ($0[keyPath: time] ?? 0) / 365.25 }
            let events = infused.map { $0[keyPath: event] }
            let fits =
                extrapolation.map { [CurveFit($0, times: times, events: events)] }
                ?? CurveFit.all(times: times, events: events)
            return TailCurve(fits, from: followUp, horizon: span, cycle: plan.cycleMonths / 12)
        }
        progressionTail = tail(\.progressionFree, \.progressed)
        survivalTail = tail(\.survival, \.died)
        age = collected.reduce(0) { $0 + $1.patient.age } / Double(collected.count)
        female = Double(collected.count { $0.patient.sex == .female }) / Double(collected.count)
        self.inputs = inputs
        numbers = Numbers(inputs.compactMapValues(\.value))
        self.plan = plan
        self.lifeTable = lifeTable
        self.view = view
        seed = setting.seed
        title = setting.product.definition.shortName
        _ = try results()
    }

    private static func inputs(of list: PriceList, _ book: PriceBook) -> [String: Input] {
        var inputs: [String: Input] = [:]
        for price in list.resources {
            let value =
                Price.Resource(rawValue: price.resource).flatMap { book.prices[$0] } ?? book.societal[price.resource]
            // The range moves with the price when that is restated.
            let scale = price.amount > 0 ? (value ?? 0) / price.amount : 1
            inputs[Self.price(price.resource)] = Input(
                title: "Price: \(price.resource)", kind: .money, value: value, low: price.low.map { $0 * scale },
                high: price.high.map { $0 * scale }, origin: price.origin,
                verification: price.verification ?? (price.origin == .assumed ? nil : .unverified),
                source: "\(price.source) (\(price.currency) of \(price.year))")
        }
        inputs[Self.price(Price.Resource.product.rawValue)] = Input(
            title: "Price: product", kind: .money, value: book.prices[.product], origin: .published,
            verification: .secondary, source: "List price on \(list.date), \(list.title)")
        return inputs
    }

    /// What both strategies cost and give.
    public func results() throws(Fault) -> [StrategyResult] { try results(numbers, sample: nil) }

    /// The same patients, or a sample of them, by other numbers.
    public func varied(_ numbers: Numbers, draw: Int?) throws(Fault) -> [StrategyResult] {
        try results(plan.comparator.ordered(numbers), sample: draw.map(sample))
    }

    /// Patients of one draw: as many as there are, with repetitions.
    private func sample(_ draw: Int) -> [Int] {
        var stream = RandomStream(seed: seed, patient: UInt64(draw), purpose: RandomPurpose("economics.patients"))
        return patients.indices.map { _ in min(patients.count - 1, Int(stream.uniform() * Double(patients.count))) }
    }
}
