extension Citation {
    private static let ascoText = "ASCO guideline (Santomasso 2021, J Clin Oncol 39:3978)"
    private static let ascoAddress = "https://eguideline.guidelinecentral.com/i/1475467"

    /// ASCO's tables as printed in its pocket edition.
    static let asco = Citation(ascoText + ", pocket edition", .read, at: ascoAddress)
    /// What a review's table gives for ASCO.
    static let ascoSecondary = Citation(
        ascoText + ", as in a review's table 4 (PMC9616161)", .secondary,
        at: "https://pmc.ncbi.nlm.nih.gov/articles/PMC9616161/table/T4")
    /// Parts of ASCO's text that were not found to read.
    static let ascoMemory = Citation(ascoText, .memory)

    private static let ebmtText = "EBMT/EHA recommendations (Hayden 2022, Ann Oncol 33:259)"
    /// Doses as a review restates them; the recommendations themselves were not found to read.
    static let ebmtReview = Citation(
        ebmtText + ", doses as in a review's table 1 (PMC10573998)", .secondary,
        at: "https://pmc.ncbi.nlm.nih.gov/articles/PMC10573998/table/jcm-12-06124-t001")
    /// What an intensive-care society says that the EBMT recommends.
    static let ebmtFICM = Citation(
        ebmtText + ", as restated by the Faculty of Intensive Care Medicine", .secondary,
        at: "https://www.ficm.ac.uk/documents/how-is-crs-managed")
    static let ebmtMemory = Citation(ebmtText, .memory)

    static let icaht = Citation(
        "EHA/EBMT consensus on haematotoxicity (Rejeski 2023), table on short-term management", .read,
        at: "http://ashpublications.net/view-large/11837558")
    static let icahtMemory = Citation("EHA/EBMT consensus on haematotoxicity (Rejeski 2023)", .memory)
    static let ash = Citation(
        "ASH self-assessment programme, table 4: infections and cytopenias after CAR-T", .read,
        at: "http://ash-sap.org/view-large/12050824")
    static let ashTable = Citation(
        "Table of assessments and interventions over the course of CAR-T, ASH publications", .read,
        at: "http://ashpublications.com/view-large/12523856")
    static let stanford = Citation(
        "Stanford supportive care guidelines for infectious risk after CAR19", .read,
        at: "http://ashpublications.net/view-large/10070704")
    static let cartox = Citation(
        "CARTOX-based table of neurotoxicity (Cancer Biol Med 2023;20:129)", .read,
        at: "https://pmc.ncbi.nlm.nih.gov/articles/PMC9978889")
    static let iecHS = Citation("ASTCT on IEC-HS (Hines 2023, Transplant Cell Ther 29:438)", .memory)
    static let hlhDoses = Citation(
        "Table of drugs for HLH and macrophage activation (a compendium's copy), not made for IEC-HS", .secondary,
        at: "https://medilib.ir/uptodate/show/146346")
    static let practice = Citation("usual practice", .memory)
    static let fda2025 = Citation("FDA safety communication of 2025-06-26", .read)
    static let hill = Citation(
        "Hill 2019 (Blood Rev) and reference of clinical practice: IgG 4 to 6 g/L with serious or recurrent infections",
        .secondary)

    /// The first US label of tisagenlecleucel, section 2.4, table 1.
    static let kymriah2018 = Citation(
        "US label of tisagenlecleucel 2018, 2.4 table 1 (a copy); grades by ASTCT are ours", .read,
        at: "http://www.120ty.net/bencandy.php?aid=55009&fid=134&page=6")
    /// A compendium's text of the label of brexucabtagene autoleucel.
    static let tecartusCompendium = Citation(
        "US label of brexucabtagene autoleucel, as a compendium restates it; grades there are Lee 2014", .secondary,
        at: "https://medtigo.com/drug/brexucabtagene-autoleucel")
    static func label(_ product: String) -> Citation { Citation("US label of \(product), 2.3", .memory) }
}

/// Products by the names that orders carry.
enum LabelledProduct {
    static let tisaCel = "tisagenlecleucel"
    static let axiCel = "axicabtagene-ciloleucel"
    static let brexuCel = "brexucabtagene-autoleucel"
    static let lisoCel = "lisocabtagene-maraleucel"
    static let ideCel = "idecabtagene-vicleucel"
    static let ciltaCel = "ciltacabtagene-autoleucel"
    static let obeCel = "obecabtagene-autoleucel"
}
