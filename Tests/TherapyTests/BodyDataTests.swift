import Catalogue
import Dynamics
import Testing
import Therapy

/// The body's data file says what the model says.
@Suite struct BodyDataTests {
    @Test func `every parameter of the model has its origin, and the same value in both files`() throws {
        let program = try Shipped.body().program
        let data = try Shelf(root: Shipped.root).bodyParameters()
        #expect(Set(program.parameters.map(\.id)) == Set(data.keys))
        for parameter in program.parameters {
            let entry = try #require(data[parameter.id])
            #expect(entry.value == parameter.value, "\(parameter.id)")
            #expect(!entry.source.isEmpty && !entry.meaning.isEmpty)
        }
    }

    @Test func `untreated, physiology rests and the tumour grows`() throws {
        let program = try Shipped.body().program
        let runs = try Ensemble(program, members: 1) { _ in nil }.run(
            over: -60...0, saving: .every(30), method: .rodas5p)
        let states = try #require(runs.first?.states)
        func at(_ id: String, _ index: Int) throws -> Double { states[index][try #require(program.state(id))] }
        for id in ["N", "I15", "I7", "ANC", "PLT", "IgG", "CRP", "IFN", "IL6"] {
            #expect(abs(try at(id, 2) / at(id, 0) - 1) < 0.02, "\(id) drifts")
        }
        // Logarithm of the cells: the tumour has more than grown by half.
        #expect(try at("Ls", 2) > at("Ls", 0) + 0.405)
        #expect(try at("E", 2) == 0 && at("S", 2) < 0.01)
    }

    @Test func `progenitors under the heaviest insults stay positive, and no course fails for it`() throws {
        // Ten times the typical suppression of the marrow: without an inflow progenitors fall below zero.
        let setting = try Shipped.setting("eliana", overrides: ["eInf_n": 2, "eInf_p": 2])
        let outcomes = try Shipped.outcomes(setting, patients: 60)
        #expect(outcomes.allSatisfy { $0.failure == nil })
        let nadirs = outcomes.compactMap(\.neutrophilNadir)
        #expect(nadirs.count > 30 && nadirs.allSatisfy { $0 >= 0 })
        #expect(Shipped.median(nadirs) < 0.2)
    }
}
