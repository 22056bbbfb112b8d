import Foundation
import Testing

/// A label file of the tests' own, with every section, so that data may change without them.
enum SampleLabelFile {
    static let name = "Evidence/labels/axicabtagene-ciloleucel-us.yaml"

    static let text = """
        subject: {product: axicabtagene-ciloleucel, shortName: axi-cel, manufacturer: Kite,
          brand: Yescarta,
          jurisdiction: US,
          antigen: CD19, costimulation: CD28}
        versions:
          - version: "2017-10-18"
            effectiveFrom: "2017-10-18"
            status: approved
            changed: First approval
            source: a test
            flag: memory
            notKnown: [washouts]
            indications:
              - &later
                id: lbcl-2-lines
                disease: largeBCellLymphoma
                subtypes: [diffuseNotOtherwiseSpecified, highGrade]
                minimumAge: 18
                minimumPriorLines: 2
                allOf:
                  - {state: relapsedOrRefractory}
                text: After two lines
                source: a test
                flag: read
            contraindications: []
            limitationsOfUse:
              - {id: cns, state: primaryCNSLymphoma, effect: excludes, text: Not for it, source: a test, flag: read}
            warnings:
              - {id: infection, state: activeInfection, effect: delays, text: Wait, source: a test, flag: read}
              - {id: hiv, state: hiv, effect: cautions, text: Care, source: a test, flag: read}
            trialCriteria:
              - {id: ecog, quantity: ecog, atMost: 1, unit: "1", effect: cautions, text: 0 or 1, source: a test, flag: read}
              - {id: kidney, quantity: creatinineClearance, atLeast: 60, unit: mL/min, effect: cautions, text: 60 or more,
                 source: a test, flag: read}
            collection: {material: fresh, minimumViability: 0.8, source: a test, flag: read}
            doses:
              - bands:
                  - {perKilogram: {target: 2, maximum: 2}, cap: 200}
                source: a test
                flag: read
            lymphodepletion:
              - drugs:
                  - {drug: fludarabine, amount: 30, unit: mg/m2, doses: 3, days: [-5, -4, -3]}
                window: {earliest: 2, latest: 7, from: end}
                omission: {whiteCellsAtMost: 1, withinDays: 7}
                source: a test
                flag: read
            premedication:
              - {drug: paracetamol, advice: give, amount: [650, 1000], unit: mg, minutesBefore: [30, 60], source: a test, flag: read}
            thaw: {minutes: 180, from: thawed, until: infusionComplete, source: a test, flag: memory}
            infusion: {leukodepletingFilterForbidden: true, confirmBeforeLymphodepletion: true, source: a test, flag: read}
            tocilizumab: {doses: 2, source: a test, flag: read}
            release:
              - {test: viability, atLeast: 0.70, unit: "1", inclusive: true, source: a test, flag: read}
              - {test: vectorCopyNumber, atMost: 5, unit: "{copies}/{cell}", inclusive: true, denominator: transducedCell,
                 source: a test, flag: read}
              - {test: mycoplasma, result: negative, source: a test, flag: read}
            transport: {atMost: -150, unit: Cel, source: a test, flag: read}
            monitoring: {dailyDays: 7, weeks: 4, source: a test, flag: read}
            proximity: {weeks: 4, hours: 2, source: a test, flag: read}
            driving: {weeks: 8, source: a test, flag: read}
            boxedWarnings:
              - {text: cytokine release syndrome, source: a test, flag: read}
            certification: {required: true, text: By the programme, source: a test, flag: read}
            followUp: {years: 15, lifelongMalignancyWatch: true, source: a test, flag: read}
            aftercare:
              - {topic: liveVaccine, weeksBefore: 6, text: None, source: a test, flag: read}

          - version: "2022-04-01"
            effectiveFrom: "2022-04-01"
            status: approved
            changed: First line
            source: a test
            flag: read
            indications:
              - id: lbcl-first
                disease: largeBCellLymphoma
                minimumAge: 18
                anyOf:
                  - {state: refractoryToFirstLine}
                  - {state: relapseAfterFirstLine, withinMonths: 12}
                text: After one line
                source: a test
                flag: read
              - *later

          - version: "2025-06-26"
            effectiveFrom: "2025-06-26"
            status: approved
            changed: The restricted programme ended
            source: a test
            flag: read
            driving: {weeks: 2, source: a test, flag: read}
        """

    /// The text with one passage replaced, and the line of the passage, from 1.
    ///
    /// - Throws: if the passage does not stand in the text, so that a test cannot pass by spoiling nothing.
    static func spoilt(_ passage: String, by replacement: String) throws -> (text: String, line: Int) {
        let range = try #require(text.range(of: passage), "'\(passage)' does not stand in the sample")
        let line = 1 + text[..<range.lowerBound].filter { $0 == "\n" }.count
        return (text.replacingCharacters(in: range, with: replacement), line)
    }
}
