import Testing

@testable import Care

@Suite("Properties of counsel")
struct CounselPropertyTests {
    /// Pictures in which anything may be unknown.
    private func random(_ cases: inout RandomCases) -> ClinicalPicture {
        let products =
            [
                LabelledProduct.tisaCel, LabelledProduct.axiCel, LabelledProduct.brexuCel, LabelledProduct.lisoCel,
                LabelledProduct.ideCel, LabelledProduct.ciltaCel, LabelledProduct.obeCel,
            ].map(Optional.some) + [nil]
        let days: [Double] = [0.5, 3, 10, 20, 40, 100, 200, 400, 700]
        let ages: [Double] = [5, 17, 18, 60]
        let weights: [Double?] = [nil, 12, 30, 70, 110]
        var picture = ClinicalPicture.well(
            day: days.randomElement(using: &cases) ?? 3, product: products.randomElement(using: &cases) ?? nil,
            age: ages.randomElement(using: &cases) ?? 60,
            weight: weights.randomElement(using: &cases) ?? nil)
        let ranges: [(Measure, [Double])] = [
            (.crsGrade, [0, 1, 2, 3, 4]), (.icansGrade, [0, 1, 2, 3, 4]), (.temperature, [36.5, 38, 39.5]),
            (.neutrophils, [0.05, 0.3, 0.8, 3]), (.platelets, [5, 15, 40, 200]), (.haemoglobin, [6, 7.5, 12]),
            (.immunoglobulinG, [2, 4, 5, 8]), (.ferritin, [200, 12_000]), (.fibrinogen, [80, 120, 300]),
            (.potassium, [4, 6.5]), (.phosphate, [3, 6]), (.uricAcid, [4, 9]), (.cd4, [50, 300]),
            (.creatinineClearance, [20, 40, 90]), (.iecHSGrade, [1, 2, 3, 4]), (.icahtGrade, [1, 3]),
            (.tocilizumabDoses, [0, 1, 2, 3]), (.hoursSinceTocilizumab, [4, 9, 30]),
            (.hoursOnCorticosteroid, [0, 20, 30, 80, 130]), (.hoursOfCRS, [2, 30, 80]), (.hoursToCRS, [20, 100]),
            (.daysOfNeutropenia, [5, 20]), (.daysSinceImmunoglobulin, [5, 30]),
        ]
        for (measure, values) in ranges {
            let isKnown = Int.random(in: 0..<6, using: &cases) > 0
            picture[measure] = isKnown ? values.randomElement(using: &cases).map { .init($0, at: picture.now) } : nil
        }
        for fact in ClinicalFact.allCases where Bool.random(using: &cases) {
            picture.note(fact, Bool.random(using: &cases), at: picture.now)
        }
        return picture
    }

    @Test("whether a row holds is the same with the words for it and without, for 1,000 random patients")
    func truth() {
        var cases = RandomCases(seed: 12)
        for _ in 0..<1000 {
            let picture = random(&cases)
            for row in CounselRow.all { #expect(row.when.truth(in: picture) == row.when.judge(picture).truth) }
        }
    }

    @Test("every item of 1,000 random patients has reasons and a source, one answer a guideline and question")
    func reasonsAndSources() {
        var cases = RandomCases(seed: 11)
        var seen: Set<CounselQuestion> = []
        for _ in 0..<1000 {
            let counsel = random(&cases).counsel
            for item in counsel.items {
                seen.insert(item.question)
                #expect(!item.reasons.isEmpty, "\(item.question) \(item.authority)")
                #expect(item.reasons.allSatisfy { !$0.finding.isEmpty && !$0.threshold.isEmpty })
                #expect(!item.source.text.isEmpty)
                #expect(item.source.verification == .memory || item.source.text != Citation.practice.text)
                if let dose = item.dose {
                    #expect((dose.amount == nil) == dose.unknown.contains { !$0.hasPrefix("creatinine") })
                    #expect(!dose.calculation.isEmpty)
                }
            }
            let keys = counsel.items.map { "\($0.question) \($0.authority)" }
            #expect(Set(keys).count == keys.count)
            #expect(counsel.undecided.allSatisfy { !$0.missing.isEmpty })
        }
        #expect(seen == Set(CounselQuestion.allCases), "\(Set(CounselQuestion.allCases).subtracting(seen))")
    }

    @Test("what was read has an address, and no guideline is silent about its flag")
    func flags() {
        for row in CounselRow.all {
            if row.citation.verification != .memory, row.citation != .fda2025, row.citation != .hill {
                #expect(row.citation.address?.hasPrefix("http") == true, "\(row.citation.text)")
            }
            #expect(row.authority != .practice || row.citation.verification != .read)
        }
    }

    @Test(
        "a worse grade of CRS or ICANS never makes any guideline's advice less urgent",
        arguments: [Measure.crsGrade, .icansGrade])
    func worseIsNotLessUrgent(_ measure: Measure) {
        var cases = RandomCases(seed: 12)
        let questions: [CounselQuestion] = [
            .antipyretic, .tocilizumab, .corticosteroidForCRS, .fluidsAndOxygen, .intensiveCareForCRS, .workupOfCRS,
            .siltuximab, .anakinraForCRS, .otherForCRS, .culturesForFever, .antibioticsForFever, .supportForICANS,
            .workupOfICANS, .corticosteroidForICANS, .intensiveCareForICANS, .anakinraForICANS, .pulseForICANS,
            .intrathecalForICANS, .otherForICANS, .siltuximabForICANS, .seizureProphylaxis,
        ]
        for _ in 0..<150 {
            let base = random(&cases)
            for grade in 0..<4 {
                let milder = base.with(measure, Double(grade)).counsel
                let worse = base.with(measure, Double(grade + 1)).counsel
                for question in questions {
                    for authority in Authority.allCases {
                        guard let before = milder.answer(question, authority), before.stance.isProposal else {
                            continue
                        }
                        let after = worse.answer(question, authority)
                        #expect(
                            after.map { $0.stance.isProposal && $0.urgency >= before.urgency } == true,
                            "\(question) \(authority) \(measure) \(grade): \(before.words) -> \(after?.words ?? "nothing")"
                        )
                    }
                }
            }
        }
    }

    @Test("counsel proposes nothing that a hard stop of the chart forbids, in 120 random courses")
    func hardStops() {
        var cases = RandomCases(seed: 13)
        var held = 0
        for _ in 0..<120 {
            var bedside = Bedside()
            var hour = 1.0
            for _ in 0..<20 {
                hour += Double.random(in: 0.5...12, using: &cases)
                switch Int.random(in: 0..<6, using: &cases) {
                case 0: bedside.give(.tocilizumab, hour: hour)
                case 1: bedside.give(.siltuximab, hour: hour)
                case 2: bedside.give(.dexamethasone, hour: hour)
                case 3: bedside.assess(cases.neurology(), hour: hour)
                default: bedside.take(cases.vitals(), hour: hour)
                }
                let stops = bedside.chart.hardStops(at: Bedside.time(hour)).map(\.action)
                for item in bedside.chart.counsel(at: Bedside.time(hour)).items {
                    let isForbidden = item.dose.map { stops.contains($0.drug) } ?? false
                    #expect(!isForbidden || !item.stance.isProposal)
                    #expect(isForbidden || item.stance != .held)
                    #expect(item.alternatives.allSatisfy { text in !stops.contains { text.contains($0) } })
                    if item.stance == .held {
                        held += 1
                        #expect(!item.stops.isEmpty)
                    }
                }
            }
        }
        #expect(held > 40)
    }

    @Test("an unrelated entry changes nothing")
    func unrelated() {
        var cases = RandomCases(seed: 14)
        for _ in 0..<60 {
            var bedside = Bedside()
            for hour in stride(from: 6.0, to: 72, by: 12) {
                bedside.take(cases.vitals(complete: true), hour: hour)
                bedside.assess(cases.neurology(), hour: hour)
            }
            bedside.report(.neutrophils, Double.random(in: 0...2, using: &cases), hour: 70)
            let before = bedside.chart.counsel(at: Bedside.time(72))
            bedside.report(.mProtein, 12, hour: 71)
            bedside.report(.interferonGamma, 900, hour: 71)
            bedside.apply(.followUpVisited(FollowUpVisit(visit: "day 3")), hour: 71)
            bedside.apply(
                .responseAssessed(
                    ResponseAssessment(response: .partial, criteria: "Lugano 2014", burdenRatio: 0.4)), hour: 71)
            #expect(bedside.chart.counsel(at: Bedside.time(72)) == before)
        }
    }
}
