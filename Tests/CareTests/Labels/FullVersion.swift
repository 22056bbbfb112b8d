import Care

/// A version in which every section is written.
enum FullVersion {
    static func make() throws -> Label.Version {
        let cited = SampleLabels.cited
        return try SampleLabels.version(
            "a", from: "2020-01-01",
            #"""
            "indications":[\#(SampleLabels.lymphoma)],"contraindications":[],"limitationsOfUse":[],"warnings":[],
            "trialCriteria":[],"washouts":[],"collection":{"material":"fresh",\#(cited)},
            "doses":[{\#(LabelDoseTests.axi),\#(cited)}],"lymphodepletion":[],"premedication":[],
            "thaw":{"minutes":150,"from":"thawed","until":"infusionComplete",\#(cited)},
            "infusion":{"leukodepletingFilterForbidden":true,"confirmBeforeLymphodepletion":true,\#(cited)},
            "tocilizumab":{"doses":2,\#(cited)},"release":[],"transport":{"atMost":-150,"unit":"Cel",\#(cited)},
            "monitoring":{"dailyDays":7,"weeks":4,\#(cited)},"proximity":{"weeks":4,\#(cited)},
            "driving":{"weeks":8,\#(cited)},"boxedWarnings":[],"certification":{"required":true,"text":"t",\#(cited)},
            "followUp":{"years":15,"lifelongMalignancyWatch":true,\#(cited)},"aftercare":[]
            """#)
    }
}
