import CSBML

/// Reactions and events.
extension SBMLReader {
    /// Level 3 Version 2 has no fast reactions: bringing a file up to it would leave the attribute out in silence.
    func refuseFastReactions(_ document: OpaquePointer) throws(SBMLError) {
        guard let m = SBMLDocument_getModel(document) else { return }
        for index in 0..<Model_getNumReactions(m) {
            guard let item = Model_getReaction(m, index), Reaction_isSetFast(item) != 0, Reaction_getFast(item) != 0
            else { continue }
            throw error(
                item, "reaction '\(text(SBase_getIdAttribute(item)))'", "fast reactions are not supported",
                "Give it a rate law.")
        }
    }

    mutating func takeReactions(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumReactions(m) {
            guard let item = Model_getReaction(m, index) else { continue }
            let id = text(SBase_getIdAttribute(item))
            let element = "reaction '\(id)'"
            var rate: Formula?
            if let law = Reaction_getKineticLaw(item), let math = KineticLaw_getMath(law) {
                rate = try formula(math, of: law, element).replacing(try locals(of: law, element))
            }
            var participants: [Model.Participant] = []
            for position in 0..<Reaction_getNumReactants(item) {
                participants += participant(Reaction_getReactant(item, position), isReactant: true)
            }
            for position in 0..<Reaction_getNumProducts(item) {
                participants += participant(Reaction_getProduct(item, position), isReactant: false)
            }
            model.reactions.append(Model.Reaction(id: id, participants: participants, rate: rate))
        }
    }

    /// Local parameters as the numbers that they are.
    private func locals(of law: OpaquePointer, _ element: String) throws(SBMLError) -> [String: Formula] {
        var values: [String: Formula] = [:]
        for position in 0..<KineticLaw_getNumLocalParameters(law) {
            guard let local = KineticLaw_getLocalParameter(law, position) else { continue }
            let id = text(SBase_getIdAttribute(local))
            let value = Parameter_isSetValue(local) != 0 ? Parameter_getValue(local) : .nan
            guard !id.isEmpty else {
                throw error(local, element, "a local parameter has no identifier", "Give it one.")
            }
            values[id] = .number(value)
        }
        return values
    }

    private func participant(_ reference: OpaquePointer?, isReactant: Bool) -> [Model.Participant] {
        guard let reference else { return [] }
        let id = text(SBase_getIdAttribute(reference))
        let isSet = SpeciesReference_isSetStoichiometry(reference) != 0
        return [
            Model.Participant(
                species: text(SpeciesReference_getSpecies(reference)), id: id.isEmpty ? nil : id,
                stoichiometry: isSet ? SpeciesReference_getStoichiometry(reference) : nil, isReactant: isReactant,
                constant: SpeciesReference_getConstant(reference) != 0)
        ]
    }

    mutating func takeEvents(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumEvents(m) {
            guard let item = Model_getEvent(m, index) else { continue }
            let own = text(SBase_getIdAttribute(item))
            let id = own.isEmpty ? "event \(index + 1)" : own
            let element = "event '\(id)'"
            var event = Model.Event(
                id: id, trigger: nil, initiallyTrue: true, persistent: true,
                usesTriggerTimeValues: Event_getUseValuesFromTriggerTime(item) != 0, delay: nil, priority: nil,
                assignments: [])
            if let trigger = Event_getTrigger(item) {
                event.initiallyTrue = Trigger_getInitialValue(trigger) != 0
                event.persistent = Trigger_getPersistent(trigger) != 0
                if let math = Trigger_getMath(trigger) { event.trigger = try formula(math, of: trigger, element) }
            }
            if let delay = Event_getDelay(item), let math = Delay_getMath(delay) {
                event.delay = try formula(math, of: delay, element)
            }
            if let priority = Event_getPriority(item), let math = Priority_getMath(priority) {
                event.priority = try formula(math, of: priority, element)
            }
            for position in 0..<Event_getNumEventAssignments(item) {
                guard let assignment = Event_getEventAssignment(item, position),
                    let math = EventAssignment_getMath(assignment)
                else { continue }
                event.assignments.append(
                    Model.Assignment(
                        variable: text(EventAssignment_getVariable(assignment)),
                        formula: try formula(math, of: assignment, element)))
            }
            model.events.append(event)
        }
    }
}
