import Care
import Testing
import Therapy

/// The same seed is the same cohort, on any number of threads and in a cohort of any size.
@Suite struct DeterminismTests {
    @Test(arguments: ["zuma-1", "eliana", "cartitude-1"])
    func `one thread and two give the same file, byte for byte`(study: String) throws {
        let setting = try Shipped.setting(study)
        let one = OutcomeTable.csv(try Shipped.outcomes(setting, patients: 60, threads: 1))
        let two = OutcomeTable.csv(try Shipped.outcomes(setting, patients: 60, threads: 2))
        #expect(one == two)
        #expect(one.split(separator: "\n").count == 61)
    }

    @Test func `patient 7 of 10 is patient 7 of 100`() throws {
        let setting = try Shipped.setting("zuma-1")
        let few = try Shipped.outcomes(setting, patients: 10)
        let many = try Shipped.outcomes(setting, patients: 100)
        #expect(OutcomeTable.row(few[7]) == OutcomeTable.row(many[7]))
        #expect(OutcomeTable.row(few[7]) != OutcomeTable.row(many[8]))
    }

    @Test func `the opened patient is the patient of the trial`() throws {
        let setting = try Shipped.setting("zuma-1")
        let cohort = try Shipped.outcomes(setting, patients: 12)
        for index in [0, 3, 7, 11] {
            let (_, outcome) = Trial(setting).patient(index)
            #expect(OutcomeTable.row(outcome) == OutcomeTable.row(cohort[index]))
        }
    }

    @Test func `another seed is another cohort`() throws {
        let first = try Shipped.outcomes(Shipped.setting("zuma-1", seed: 1), patients: 5)
        let second = try Shipped.outcomes(Shipped.setting("zuma-1", seed: 2), patients: 5)
        #expect(OutcomeTable.csv(first) != OutcomeTable.csv(second))
    }

    @Test func `changing one parameter changes no other draw`() throws {
        let usual = try Shipped.outcomes(Shipped.setting("zuma-1"), patients: 20)
        let changed = try Shipped.outcomes(Shipped.setting("zuma-1", overrides: ["VC": 300]), patients: 20)
        // CRP plays back into nothing: the same patients, products and expansion, to the solver's tolerance.
        for (a, b) in zip(usual, changed) {
            #expect(a.patient == b.patient && a.dose == b.dose && a.veinToVein == b.veinToVein)
            if let first = a.cmax, let second = b.cmax { #expect(abs(first / second - 1) < 0.02) }
            if let first = a.peakCRP, let second = b.peakCRP { #expect(first != second) }
        }
    }
}
