import Care

/// One final bag's part of a product.
struct BagPortion {
    /// What it holds, where a product's bags differ.
    var component: String?
    /// Share of the cells, 0 to 1.
    var share: Double

    /// How a study's product is filled, in the order in which its bags are given.
    ///
    /// A split dose has the small first infusion, the large one and the rest in a bag each, told apart by colour as in the
    /// US label of obecabtagene autoleucel (10, 100 and 300×10⁶: blue, orange, red; secondary). Lisocabtagene maraleucel
    /// comes as CD8+ and CD4+ cells, in equal shares, CD8+ first (US label). All others are one bag (assumed).
    static func portions(of study: Study) -> [BagPortion] {
        if let split = study.dose.split {
            return [
                BagPortion(component: "blue", share: split.firstShareHigh),
                BagPortion(component: "orange", share: split.firstShareLow),
                BagPortion(component: "red", share: 1 - split.firstShareHigh - split.firstShareLow),
            ]
        }
        if study.product == "lisocabtagene-maraleucel" {
            return [BagPortion(component: "CD8", share: 0.5), BagPortion(component: "CD4", share: 0.5)]
        }
        return [BagPortion(component: nil, share: 1)]
    }
}
