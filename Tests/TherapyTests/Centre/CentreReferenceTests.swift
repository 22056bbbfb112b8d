import Testing

@testable import Therapy

/// The worked examples beside what is published (operations reference 1.6 and 1.7, toxicity reference 7.4).
@Suite(.serialized) struct CentreReferenceTests {
    @Test("the academic example comes out within the published ranges")
    func academic() throws {
        let runs = try Centres.runs(
            try Centres.model("academic-us") { $0.time = TimeFrame(years: 2, warmUpDays: 180, runOutDays: 60) },
            seeds: [1, 2, 3])
        // ASH 2025, abstract 7944: quartiles of referral to leukapheresis, and of referral to infusion.
        #expect((15...28).contains(try Centres.value(.referralToCollection, runs)))
        #expect((53.5...70).contains(try Centres.value(.referralToInfusion, runs)))
        // Made or collected and not given: 9 % (ZUMA-1) to 30 % (JULIET) of those enrolled.
        #expect((0.70...0.91).contains(try Centres.value(.infusedOfCollected, runs)))
        // Never infused of those meant to be: fewer than the 41 % of a community network.
        #expect((0.59...0.95).contains(try Centres.value(.infusedOfAccepted, runs)))
        let failed = runs.flatMap(\.patients).filter { $0.collected != nil }
        let share = Double(failed.count { $0.fate == .manufacturingFailure }) / Double(failed.count)
        #expect(share <= 0.08)
        // Vein to vein: axi-cel 17 to 24 d in the queue model, about 27 in practice; liso-cel 24 to 40; tisa-cel 30 to 54.
        for (service, range) in [(0, 17.0...32.0), (1, 24...40), (2, 30...54)] {
            let days = runs.flatMap(\.patients).filter { $0.service == service }.compactMap(\.veinToVein)
            #expect(range.contains(Centres.median(days)), "service \(service): \(Centres.median(days))")
        }
    }

    @Test("one ide-cel slot a month gives waits of months, and about a quarter of those on the list are infused")
    func scarcity() throws {
        let runs = try Centres.runs(try Centres.model("ide-cel-2021"), seeds: [1, 2, 3])
        let waits = runs.flatMap(\.patients).compactMap { $0.days(of: .slot) }
        // Six months, two to eight.
        #expect((61...244).contains(Centres.median(waits)), "\(Centres.median(waits))")
        let line = runs.compactMap { $0.stations.first { $0.resource == .slot } }
        let waiting = line.reduce(0) { $0 + $1.meanWaiting } / Double(line.count)
        #expect((5...100).contains(waiting), "\(waiting)")
        #expect((0.15...0.35).contains(try Centres.value(.infusedOfAccepted, runs)))
        #expect(line.allSatisfy { $0.utilisation > 0.95 })
    }

    @Test("the network's steps take what the community network's took, and as many are never infused")
    func network() throws {
        let runs = try Centres.runs(
            try Centres.model("community-network") { $0.time = TimeFrame(years: 0.5, warmUpDays: 400, runOutDays: 30) })
        let patients = runs[0].patients
        #expect((7...16).contains(Centres.median(patients.compactMap { $0.days(of: .consult) })))
        let wait = Centres.median(
            patients.compactMap { patient in patient.collected.flatMap { day in patient.consulted.map { day - $0 } } })
        #expect((80...135).contains(wait), "\(wait)")
        #expect((25...40).contains(try Centres.value(.veinToVein, runs)))
        let never = 1 - (try Centres.value(.infusedOfAccepted, runs))
        #expect((0.34...0.48).contains(never), "\(never)")
    }
}
