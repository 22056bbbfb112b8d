/// A risk that boxed warnings name and that changes what patient and family look out for.
enum WarnedRisk: CaseIterable {
    /// CRS; neurotoxicity; parkinsonism or Guillain-Barré syndrome, which come late; hyperinflammation (HLH, MAS);
    /// cytopenia that lasts; enterocolitis; second cancers
    case crs, neurotoxicity, lateNerves, hyperinflammation, cytopenia, enterocolitis, secondCancer

    /// What a warning's text says when it means this risk, in lower case.
    private var words: [String] {
        switch self {
        case .crs: ["cytokine release"]
        case .neurotoxicity: ["neurologic", "neurotox"]
        case .lateNerves: ["parkinson", "guillain"]
        case .hyperinflammation: ["lymphohistiocytosis", "macrophage activation"]
        case .cytopenia: ["cytopenia"]
        case .enterocolitis: ["enterocolitis"]
        case .secondCancer: ["malignanc"]
        }
    }

    /// The risks that a warning names; none if its words are not known here.
    static func named(in text: String) -> Set<WarnedRisk> {
        let text = text.lowercased()
        return Set(allCases.filter { $0.words.contains { word in text.contains(word) } })
    }
}
