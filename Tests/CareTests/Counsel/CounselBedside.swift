import Testing

@testable import Care

/// Pictures and charts for the tests of counsel.
extension ClinicalPicture {
    /// An infused adult of 70 kg, of whom everything that counts is known and well, on this day.
    static func well(
        day: Double = 3, product: String? = LabelledProduct.axiCel, age: Double = 60, weight: Double? = 70
    ) -> ClinicalPicture {
        let now = Bedside.time(day * 24)
        var picture = ClinicalPicture(now: now)
        picture.product = product
        picture.weight = weight
        picture.height = 170
        picture[.age] = .init(age)
        picture[.day] = .init(day, at: Bedside.infusion)
        picture[.daysFromLymphodepletion] = .init(day + 5, at: Bedside.time(-120))
        picture[.daysFromLabelChange] = .init(100, at: Bedside.infusion)
        let normal: [(Measure, Double)] = [
            (.crsGrade, 0), (.icansGrade, 0), (.temperature, 36.8), (.neutrophils, 3), (.platelets, 200),
            (.haemoglobin, 12), (.immunoglobulinG, 8), (.ferritin, 300), (.fibrinogen, 300), (.potassium, 4),
            (.phosphate, 3), (.uricAcid, 4), (.creatinineClearance, 90), (.cd4, 150), (.tocilizumabDoses, 0),
            (.hoursOnCorticosteroid, 0), (.hoursOfCRS, 10), (.hoursToCRS, 48),
        ]
        for (measure, value) in normal { picture[measure] = .init(value, at: now) }
        for fact in ClinicalFact.allCases { picture.note(fact, false, at: now) }
        return picture
    }

    /// With a grade of CRS and one of ICANS.
    static func toxic(
        crs: Int = 0, icans: Int = 0, product: String? = LabelledProduct.axiCel, hours: Double = 10
    ) -> ClinicalPicture {
        var picture = well(product: product)
        picture[.crsGrade] = .init(Double(crs), at: picture.now)
        picture[.icansGrade] = .init(Double(icans), at: picture.now)
        picture[.hoursOfCRS] = .init(hours, at: picture.now)
        if crs > 0 { picture[.temperature] = .init(39, at: picture.now) }
        return picture
    }

    /// Counsel for this picture, with an empty chart behind it.
    var counsel: Counsel { Counsel(for: self, chart: Chart(therapy: "COI-1")) }

    mutating func set(_ measure: Measure, _ value: Double) { self[measure] = .init(value, at: now) }

    /// This picture with a quantity changed.
    func with(_ measure: Measure, _ value: Double?) -> ClinicalPicture {
        var picture = self
        picture[measure] = value.map { .init($0, at: now) }
        return picture
    }

    /// This picture with a fact changed.
    func with(_ fact: ClinicalFact, _ holds: Bool = true) -> ClinicalPicture {
        var picture = self
        picture.note(fact, holds, at: now)
        return picture
    }
}

extension Counsel {
    /// One guideline's answer to a question.
    func answer(_ question: CounselQuestion, _ authority: Authority) -> CounselItem? {
        items.first { $0.question == question && $0.authority == authority }
    }

    /// What is left open for a question.
    func open(_ question: CounselQuestion) -> [String] {
        undecided.filter { $0.question == question }.flatMap(\.missing)
    }
}

/// What a row should say, in short.
struct Expected: Sendable, CustomTestStringConvertible {
    var grade: Int
    var authority: Authority
    var product: String = LabelledProduct.axiCel
    var stance: CounselStance?
    var urgency: CounselUrgency = .now
    var dose: String?

    var testDescription: String { "\(product), \(authority.words), grade \(grade)" }
}
