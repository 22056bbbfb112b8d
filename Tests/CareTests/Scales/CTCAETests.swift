import Care
import Testing

@Suite("CTCAE version 5: counts and chemistry") struct CTCAETests {
    /// A count or value, and its grade.
    typealias Row = (value: Double, grade: Int)

    static let countRows: [(line: CTCAE.LowCount, lowerLimit: Double, rows: [Row])] = {
        let neutrophils: [Row] = [(1.8, 0), (1.79, 1), (1.5, 1), (1.49, 2), (1, 2), (0.99, 3), (0.5, 3), (0.49, 4)]
        let platelets: [Row] = [(150, 0), (149, 1), (75, 1), (74.9, 2), (50, 2), (49.9, 3), (25, 3), (24.9, 4)]
        let lymphocytes: [Row] = [(1, 0), (0.99, 1), (0.8, 1), (0.79, 2), (0.5, 2), (0.49, 3), (0.2, 3), (0.19, 4)]
        let whiteCells: [Row] = [(4, 0), (3.9, 1), (3, 1), (2.9, 2), (2, 2), (1.9, 3), (1, 3), (0.9, 4)]
        return [
            (.neutrophils, 1.8, neutrophils), (.platelets, 150, platelets), (.lymphocytes, 1, lymphocytes),
            (.whiteCells, 4, whiteCells),
        ]
    }()

    @Test("low counts: every row on both sides", arguments: countRows)
    func lowCounts(line: CTCAE.LowCount, lowerLimit: Double, rows: [Row]) throws {
        for (count, grade) in rows {
            let verdict = try line.assess(count, lowerLimit: lowerLimit)
            #expect(verdict.grade?.rawValue == grade, "\(line) \(count)")
            #expect(line.grade(count).rawValue == (grade < 2 ? 0 : grade))
        }
    }

    @Test("without the limit of normal, grades 2 and more stand and grade 1 is open")
    func countWithoutLimit() throws {
        #expect(try CTCAE.LowCount.neutrophils.assess(1.49).grade == .grade2)
        let open = try CTCAE.LowCount.platelets.assess(80)
        #expect(open.lowest == CTCAEGrade.none && open.highest == .grade1)
        #expect(open.unknown == ["lower limit of normal for platelets"])
        let nothing = try CTCAE.LowCount.whiteCells.assess(nil, lowerLimit: 4)
        #expect(nothing.lowest == CTCAEGrade.none && nothing.highest == .grade4 && nothing.unknown == ["white cells"])
        #expect(throws: ImpossibleValue.self) { try CTCAE.LowCount.neutrophils.assess(1500) }
    }

    @Test(
        "anaemia: below the limit 1, below 10 g/dL 2, below 8 3",
        arguments: [(12, 0), (11.9, 1), (10, 1), (9.9, 2), (8, 2), (7.9, 3)])
    func anaemia(haemoglobin: Double, grade: Int) throws {
        let anaemia = CTCAE.Anaemia(haemoglobin: haemoglobin, lowerLimit: 12, consequence: .nothingFurther)
        #expect(try anaemia.assess().grade?.rawValue == grade)
    }

    @Test(
        "anaemia by what it led to: transfusion 3, danger to life 4, death 5",
        arguments: [
            (CTCAE.Anaemia.Consequence.nothingFurther, 2), (.transfusionIndicated, 3), (.lifeThreatening, 4),
            (.death, 5),
        ])
    func anaemiaConsequence(consequence: CTCAE.Anaemia.Consequence, grade: Int) throws {
        let anaemia = CTCAE.Anaemia(haemoglobin: 9, lowerLimit: 12, consequence: consequence)
        #expect(try anaemia.assess().grade?.rawValue == grade)
    }

    @Test("anaemia with something unknown is a range")
    func anaemiaUnknown() throws {
        let noConsequence = try CTCAE.Anaemia(haemoglobin: 7, lowerLimit: 12).assess()
        #expect(noConsequence.lowest == .grade3 && noConsequence.highest == .grade4)
        let noNumber = try CTCAE.Anaemia(consequence: .nothingFurther).assess()
        #expect(noNumber.lowest == CTCAEGrade.none && noNumber.highest == .grade3)
        let noLimit = try CTCAE.Anaemia(haemoglobin: 11, consequence: .nothingFurther).assess()
        #expect(noLimit.lowest == CTCAEGrade.none && noLimit.highest == .grade1)
        #expect(throws: ImpossibleValue.self) { try CTCAE.Anaemia(haemoglobin: 110).assess() }
    }

    static let liverRows: [(test: CTCAE.HighLiverTest, limit: Double, rows: [Row])] = {
        let enzymes: [Row] = [(40, 0), (41, 1), (120, 1), (121, 2), (200, 2), (201, 3), (800, 3), (801, 4)]
        let bilirubin: [Row] = [(1, 0), (1.01, 1), (1.5, 1), (1.51, 2), (3, 2), (3.01, 3), (10, 3), (10.1, 4)]
        return [(.alt, 40, enzymes), (.ast, 40, enzymes), (.bilirubin, 1, bilirubin)]
    }()

    @Test("liver tests by the limit of normal (40 U/L, 1 mg/dL), baseline normal", arguments: liverRows)
    func liver(test: CTCAE.HighLiverTest, limit: Double, rows: [Row]) throws {
        for (value, grade) in rows {
            let verdict = try test.assess(value, upperLimit: limit, baseline: limit)
            #expect(verdict.grade?.rawValue == grade, "\(test) \(value)")
            let open = try test.assess(value, upperLimit: limit, baseline: nil)
            #expect(open.lowest == CTCAEGrade.none && open.highest.rawValue == grade)
        }
    }

    static let baselineRows: [(test: CTCAE.HighLiverTest, limit: Double, baseline: Double, rows: [Row])] = {
        let alt: [Row] = [(149, 0), (150, 1), (300, 1), (301, 2), (500, 2), (501, 3), (2000, 3), (2001, 4)]
        let bilirubin: [Row] = [(2, 0), (2.1, 1), (3, 1), (3.1, 2), (6, 2), (6.1, 3), (20, 3), (20.1, 4)]
        return [(.alt, 40, 100, alt), (.bilirubin, 1, 2, bilirubin)]
    }()

    @Test("liver tests by an abnormal baseline (100 U/L, 2 mg/dL)", arguments: baselineRows)
    func liverByBaseline(test: CTCAE.HighLiverTest, limit: Double, baseline: Double, rows: [Row]) throws {
        for (value, grade) in rows {
            #expect(try test.assess(value, upperLimit: limit, baseline: baseline).grade?.rawValue == grade, "\(value)")
        }
    }

    @Test(
        "creatinine by the limit of normal, 1 mg/dL",
        arguments: [(1, 0), (1.01, 1), (1.5, 1), (1.51, 2), (3, 2), (3.01, 3), (6, 3), (6.01, 4)])
    func creatinine(value: Double, grade: Int) throws {
        let verdict = try CTCAE.HighCreatinine(creatinine: value, upperLimit: 1, baseline: value).assess()
        #expect(verdict.grade?.rawValue == grade)
    }

    @Test(
        "creatinine by the baseline, 0.4 mg/dL, below the limit of normal",
        arguments: [(0.6, 0), (0.61, 2), (1.2, 2), (1.21, 3)])
    func creatinineByBaseline(value: Double, grade: Int) throws {
        let verdict = try CTCAE.HighCreatinine(creatinine: value, upperLimit: 1.3, baseline: 0.4).assess()
        #expect(verdict.grade?.rawValue == grade)
    }

    @Test("creatinine without baseline may be up to grade 3, without limit up to 4")
    func creatinineUnknown() throws {
        let noBaseline = try CTCAE.HighCreatinine(creatinine: 1.2, upperLimit: 1).assess()
        #expect(noBaseline.lowest == .grade1 && noBaseline.highest == .grade3 && noBaseline.unknown == ["baseline"])
        let noLimit = try CTCAE.HighCreatinine(creatinine: 1.2, baseline: 0.7).assess()
        #expect(noLimit.lowest == .grade2 && noLimit.highest == .grade4)
        #expect(throws: ImpossibleValue.self) { try CTCAE.HighCreatinine(creatinine: 1, upperLimit: 90).assess() }
    }

    @Test(
        "fibrinogen by the limit of normal, 2.4 g/L, and below 0.5 g/L",
        arguments: [(2.4, 0), (2.39, 1), (1.8, 1), (1.79, 2), (1.2, 2), (1.19, 3), (0.6, 3), (0.59, 4), (0.49, 4)])
    func fibrinogen(value: Double, grade: Int) throws {
        let verdict = try CTCAE.LowFibrinogen(fibrinogen: value, lowerLimit: 2.4, baseline: value).assess()
        #expect(verdict.grade?.rawValue == grade)
    }

    @Test(
        "fibrinogen below the limit, by its fall from 8 g/L",
        arguments: [(7.9, 1), (6.01, 1), (6, 2), (4.01, 2), (4, 3), (2.01, 3), (2, 4)])
    func fibrinogenFall(value: Double, grade: Int) throws {
        let verdict = try CTCAE.LowFibrinogen(fibrinogen: value, lowerLimit: 7.95, baseline: 8).assess()
        #expect(verdict.grade?.rawValue == grade)
    }

    @Test("fibrinogen with something unknown is a range; below 0.5 g/L nothing more is needed")
    func fibrinogenUnknown() throws {
        #expect(try CTCAE.LowFibrinogen(fibrinogen: 0.4).assess().grade == .grade4)
        let noBaseline = try CTCAE.LowFibrinogen(fibrinogen: 1.5, lowerLimit: 2).assess()
        #expect(noBaseline.lowest == .grade1 && noBaseline.highest == .grade4)
        let noLimit = try CTCAE.LowFibrinogen(fibrinogen: 1.5, baseline: 3).assess()
        #expect(noLimit.lowest == CTCAEGrade.none && noLimit.highest == .grade4)
        #expect(throws: ImpossibleValue.self) { try CTCAE.LowFibrinogen(fibrinogen: 150).assess() }
    }

    @Test(
        "infections by what they need",
        arguments: [
            (CTCAE.Infection.Treatment.observation, 1), (.local, 2), (.oral, 2), (.intravenous, 3), (.invasive, 3),
        ])
    func infection(treatment: CTCAE.Infection.Treatment, grade: Int) {
        let infection = CTCAE.Infection(treatment: treatment, isLifeThreatening: false)
        #expect(infection.assess().grade?.rawValue == grade)
        let open = CTCAE.Infection(treatment: treatment).assess()
        #expect(open.lowest.rawValue == grade && open.highest == .grade4)
        #expect(CTCAE.Infection(treatment: treatment, isLifeThreatening: true).assess().grade == .grade4)
        #expect(CTCAE.Infection(treatment: treatment, isFatal: true).assess().grade == .grade5)
        #expect(infection.assess().source.standing == .memory)
    }

    @Test("an infection of which nothing is known is of grade 1 to 4")
    func infectionUnknown() {
        let verdict = CTCAE.Infection().assess()
        #expect(verdict.lowest == .grade1 && verdict.highest == .grade4 && verdict.unknown.count == 2)
        let stable = CTCAE.Infection(isLifeThreatening: false).assess()
        #expect(stable.lowest == .grade1 && stable.highest == .grade3)
    }
}
