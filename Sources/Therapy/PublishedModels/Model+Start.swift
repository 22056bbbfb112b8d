import Dynamics

extension Model {
    /// The model with another value at the start of something that varies.
    ///
    /// - Parameters:
    ///   - id: a species or a parameter that rules, reactions or events change.
    ///   - value: in the unit of its symbol.
    /// - Returns: nil if there is no such thing.
    func starting(_ id: String, at value: Double) -> Model? {
        var model = self
        model.initialAssignments.removeAll { $0.variable == id }
        if let index = model.parameters.firstIndex(where: { $0.id == id }) {
            model.parameters[index].value = value
        } else if let index = model.species.firstIndex(where: { $0.id == id }) {
            let isAmount = model.species[index].onlySubstance
            model.species[index].initialAmount = isAmount ? value : nil
            model.species[index].initialConcentration = isAmount ? nil : value
        } else {
            return nil
        }
        return model
    }
}
