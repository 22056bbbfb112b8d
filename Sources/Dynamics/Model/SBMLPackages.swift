import CSBML

/// SBML's packages: models made of models are flattened; what would change a model's meaning without being understood
/// here is refused by name; the rest (layout, rendering, groups) is left alone.
struct SBMLPackages {
    let file: String?

    func flatten(_ document: OpaquePointer) throws(SBMLError) {
        if let plugin = SBase_getPlugin(document, "comp") {
            try refuseOtherFiles(plugin)
            try flattenSubmodels(document)
        }
        for package in Self.meaningful where SBase_getPlugin(document, package) != nil {
            // A package says itself whether a reader may leave it out.
            guard SBMLDocument_getPackageRequired(document, package) != 0 else { continue }
            throw unsupported(package, line: 0)
        }
    }

    func unsupported(_ package: String, line: Int) -> SBMLError {
        SBMLError(
            file: file, line: line > 0 ? line : nil, element: "sbml",
            problem: "the package '\(package)' is not supported, and the file says that it cannot be left out",
            remedy: "Remove it with the tool that wrote the file.")
    }

    /// The package in the library's `Package 'p' is a required package`.
    static func name(in message: String) -> String {
        guard let start = message.firstRange(of: "Package '")?.upperBound else { return "?" }
        return String(message[start...].prefix { $0 != "'" })
    }

    private static let meaningful = ["comp", "fbc", "qual", "multi", "arrays", "distrib", "spatial", "dyn", "req"]

    /// The text is all there is: nothing is read from other files.
    private func refuseOtherFiles(_ plugin: OpaquePointer) throws(SBMLError) {
        guard let item = CompSBMLDocumentPlugin_getExternalModelDefinition(plugin, 0) else { return }
        let id = SBase_getIdAttribute(item).map { String(cString: $0) } ?? ""
        let source = ExternalModelDefinition_getSource(item).map { String(cString: $0) } ?? "another file"
        let line = Int(SBase_getLine(item))
        throw SBMLError(
            file: file, line: line > 0 ? line : nil, element: "externalModelDefinition '\(id)'",
            problem: "its model is in another file, '\(source)', and other files are not read",
            remedy: "Put that model into this file, or flatten it with the tool that wrote it.")
    }

    /// Puts the submodels into their model, by libSBML.
    private func flattenSubmodels(_ document: OpaquePointer) throws(SBMLError) {
        guard let properties = ConversionProperties_create(), let option = ConversionOption_create("flatten comp")
        else {
            return
        }
        defer {
            ConversionOption_free(option)
            ConversionProperties_free(properties)
        }
        ConversionProperties_addOption(properties, option)
        let before = SBMLDocument_getNumErrors(document)
        let result = SBMLDocument_convert(document, properties)
        guard result == LIBSBML_OPERATION_SUCCESS.rawValue else {
            var reason = "the library gives no reason"
            for index in before..<max(before, SBMLDocument_getNumErrors(document)) {
                guard let complaint = SBMLDocument_getError(document, index), XMLError_isWarning(complaint) == 0,
                    let message = XMLError_getMessage(complaint)
                else { continue }
                reason = String(cString: message).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                break
            }
            throw SBMLError(
                file: file, line: nil, element: "sbml", problem: "its submodels could not be put together: \(reason)",
                remedy: "Give a file that holds all its submodels, or flatten it with the tool that wrote it.")
        }
    }
}
