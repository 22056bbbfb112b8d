/// Deaths of a population by age: what everybody may die of beside the disease.
public struct LifeTable: Codable, Sendable, Equatable {
    /// Name, for example us-2015.
    public var id: String
    /// Whose deaths.
    public var title: String
    /// Publication.
    public var source: String
    /// Deaths per person-year of women at ages 0, 1, 2, …
    public var female: [Double]
    /// The same of men.
    public var male: [Double]

    /// Makes a table.
    public init(id: String, title: String, source: String, female: [Double], male: [Double]) {
        self.id = id
        self.title = title
        self.source = source
        self.female = female
        self.male = male
    }

    /// - Throws: `Fault` for rates that are no rates, or lists of different length.
    public func check() throws(Fault) {
        guard female.count == male.count, female.count >= 100 else {
            throw Fault(
                ["male"], found: "\(male.count) ages", expected: "as many as of women (\(female.count)), at least 100",
                remedy: "Give a rate for each year of age from 0.")
        }
        for (name, rates) in [("female", female), ("male", male)] {
            for (age, rate) in rates.enumerated() where !(rate >= 0 && rate < 2) {
                throw Fault(
                    [name, "\(age)"], found: "\(rate)", expected: "deaths per person-year, from 0 to 2",
                    remedy: "Divide a rate per 100,000 by 100,000.")
            }
        }
    }
}

/// The survival of a group of people without the disease: age, sex and how much more they die than others.
public struct Background: Sendable, Equatable {
    /// Deaths of the population.
    public let table: LifeTable
    /// Age at the start, a.
    public let age: Double
    /// Share of women at the start.
    public let female: Double
    /// Standardised mortality ratio: deaths as a multiple of the population's.
    public let mortalityRatio: Double
    /// Cumulative hazards of women and men from birth to each year of age, so that a look-up costs the same at any age.
    private let women, men: [Double]

    /// - Throws: `Fault` for a share beyond 0…1, or an age or a ratio below 0.
    public init(_ table: LifeTable, age: Double, female: Double, mortalityRatio: Double) throws(Fault) {
        try Fault.requireProbability(female, "female")
        guard (0...110).contains(age) else {
            throw Fault(["age"], found: "\(age)", expected: "an age from 0 to 110 years", remedy: "Write years.")
        }
        guard mortalityRatio >= 0, mortalityRatio.isFinite else {
            throw Fault(
                ["mortalityRatio"], found: "\(mortalityRatio)", expected: "0 or more",
                remedy: "1 stands for the population's mortality.")
        }
        self.table = table
        self.age = age
        self.female = female
        self.mortalityRatio = mortalityRatio
        women = table.female.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
        men = table.male.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }

    /// Share alive after so many years.
    public func survival(at years: Double) -> Double {
        func alive(_ hazards: [Double]) -> Double {
            exponential(-mortalityRatio * (Self.hazard(hazards, at: age + years) - Self.hazard(hazards, at: age)))
        }
        return female * alive(women) + (1 - female) * alive(men)
    }

    /// Cumulative hazard from birth; after the last age of the table its rate goes on.
    private static func hazard(_ hazards: [Double], at age: Double) -> Double {
        let year = min(Int(age), hazards.count - 2)
        return hazards[year] + (age - Double(year)) * (hazards[year + 1] - hazards[year])
    }
}
