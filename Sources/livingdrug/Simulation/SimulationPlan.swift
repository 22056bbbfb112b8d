import Catalogue
import Dynamics
import Foundation
import Native
import Tables

/// What is to be simulated: everything named on the command line found in the model.
struct SimulationPlan {
    /// A quantity to save, and where it comes from.
    struct Saved {
        enum Source { case state(Int), observable(Int) }
        let quantity: Tables.Quantity
        let source: Source
    }

    let program: Program
    let saved: [Saved]
    let members: Int
    let times: [Double]
    let extinctions: [(state: Int, threshold: Double)]
    private let table: ParameterTable?
    /// The program's parameter of each column.
    private let columns: [Int]
    private let defaults: [Double]

    init(_ command: SimulateCommand) throws {
        let model = try Self.read(command.model)
        let formulas = try command.observe.map { text -> (id: String, formula: Formula) in
            let (name, formula) = try Self.split(text, "--observe", "NAME=FORMULA")
            return (name, try Formula(infix: formula))
        }
        let names = command.sensitivities.map(Self.list) ?? []
        let concentrations = Self.concentrations(in: model)
        program = try Program(model, observing: concentrations + formulas, sensitivities: names)
        let identifiers = program.parameters.map(\.id)
        var defaults = program.parameters.map(\.value)
        for change in command.changes {
            let (name, text) = try Self.split(change, "--set", "NAME=VALUE")
            guard let index = program.parameter(name) else { throw UnknownName(.parameter, name, known: identifiers) }
            guard let value = Double(text), value.isFinite else {
                throw CommandError("--set \(change): '\(text)' is not a number.")
            }
            defaults[index] = value
        }
        self.defaults = defaults
        table = try command.parameters.map { try ParameterTable(contentsOf: $0, knownColumns: identifiers) }
        columns = table?.columns.compactMap(program.parameter) ?? []
        members = table?.rowCount ?? 1
        times = (0..<command.points).map { index in
            index == command.points - 1
                ? command.end
                : command.start + (command.end - command.start) * Double(index) / Double(command.points - 1)
        }
        extinctions = try Self.extinctions(command.extinct, program)
        saved = try Self.saved(command.save, program, always: formulas.map(\.id))
    }

    /// A member's parameters, in the program's order.
    func parameters(of member: Int) -> [Double] {
        guard let table else { return defaults }
        var values = defaults
        for (column, value) in zip(columns, table[row: member]) { values[column] = value }
        return values
    }

    /// A backend as asked for, and what there is to say about it.
    func backend(_ choice: BackendChoice) throws -> (backend: Backend, note: String?) {
        if choice == .portable { return (.portable, nil) }
        do {
            return (try NativeCompiler().backend(for: program), nil)
        } catch {
            return (.portable, "\(error)")
        }
    }

    private static func read(_ path: String) throws -> Model {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw CommandError("cannot read \(path): give the path of an SBML file.")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw CommandError("\(path) is not text in UTF-8; save it so.")
        }
        return try Model(sbml: text, file: path, checkingUnits: true)
    }

    /// Species in compartments that may change size are integrated as amounts; what people ask for is the species'
    /// symbol.
    private static func concentrations(in model: Model) -> [(id: String, formula: Formula)] {
        let changing = Set(model.compartments.filter { !$0.constant }.map(\.id))
        return model.species.filter { !$0.onlySubstance && changing.contains($0.compartment) }
            .map { ($0.id, .symbol($0.id)) }
    }

    private static func saved(_ wish: String, _ program: Program, always: [String]) throws -> [Saved] {
        func quantity(_ item: Program.Quantity) -> Tables.Quantity {
            Tables.Quantity(id: item.id, name: item.name == item.id ? "" : item.name, unit: item.unit)
        }
        func find(_ id: String) -> Saved? {
            if let index = program.observable(id) {
                var item = program.observables[index]
                if item.unit.isEmpty, let state = program.state(id) { item.unit = program.states[state].unit }
                return Saved(quantity: quantity(item), source: .observable(index))
            }
            return program.state(id).map { Saved(quantity: quantity(program.states[$0]), source: .state($0)) }
        }
        let states = program.states.map(\.id)
        let derivatives = program.sensitivities.map { program.states[$0.state].id }
        let known = states + program.observables.map(\.id).filter { !states.contains($0) }
        var ids: [String]
        switch wish {
        case "all": ids = known
        case "states": ids = states + always
        default:
            ids = list(wish)
            for id in ids where !known.contains(id) { throw UnknownName(.quantity, id, known: known) }
            ids += (always + derivatives).filter { !ids.contains($0) }
        }
        guard !ids.isEmpty else {
            throw CommandError("the model has nothing that varies: name what to save with --save or --observe.")
        }
        return ids.compactMap(find)
    }

    private static func extinctions(_ wishes: [String], _ program: Program) throws -> [(state: Int, threshold: Double)]
    {
        try wishes.map { wish in
            let (name, text) = try split(wish, "--extinct", "STATE=VALUE")
            guard let state = program.state(name), state < program.moving else {
                throw UnknownName(.quantity, name, known: program.states.prefix(program.moving).map(\.id))
            }
            guard let value = Double(text), value > 0, value.isFinite else {
                throw CommandError("--extinct \(wish): '\(text)' is not a number above 0.")
            }
            return (state, value)
        }
    }

    private static func split(_ text: String, _ option: String, _ form: String) throws -> (name: String, value: String)
    {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw CommandError("\(option) \(text): write \(form).")
        }
        return (parts[0], parts[1])
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
