import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Records

/// Pages for people: the same routes, the same admission, other answers.
extension Desk {
    /// A page's frame for whoever asks.
    func frame(_ title: String, _ call: Call, realm: PageRealm? = nil, notices: [Notice] = []) -> PageFrame {
        frame(title, call.context, path: call.request.uri.path, realm: realm, notices: notices)
    }

    func frame(
        _ title: String, _ context: CentreContext, path: String, realm: PageRealm? = nil, notices: [Notice] = []
    ) -> PageFrame {
        let identity = context.identity
        return PageFrame(
            title: title,
            user: identity.map { .init(name: $0.account.fullName, role: $0.account.role.title) },
            csrf: identity?.csrf ?? "", realm: realm ?? (self.realm == .training ? .training : .real),
            notices: notices, path: path, sections: identity.map(sections) ?? [])
    }

    /// Parts of the house that somebody may enter.
    private func sections(_ identity: Identity) -> [PageSection] {
        PageSection.allCases.filter { section in
            switch section {
            case .board: identity.may(.listPatients)
            case .trials: identity.may(.readTrials)
            case .models, .evidence: identity.may(.readEvidence)
            case .users: identity.may(.manageAccounts)
            case .accessLog: identity.may(.readAccessLog)
            case .tokens: identity.may(.manageOwnTokens)
            }
        }
    }

    /// A page that was made.
    func page(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Reply.data(Data(html.utf8), status, type: "text/html; charset=utf-8")
    }

    /// On to another page, after a form was taken.
    func go(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }

    /// What went wrong, as a page; nil where a program asked. Who is not signed in is sent to the door.
    func errorPage(_ problem: Problem, _ request: Request, _ context: CentreContext) -> Response? {
        let path = request.uri.path
        guard !["/api/", "/fhir/", "/assets/"].contains(where: path.hasPrefix),
            !["/health", "/ready", "/metrics"].contains(path)
        else { return nil }
        if problem.kind == .signInNeeded, !request.method.isUnsafe {
            let next =
                path == "/" ? "" : "?next=\(path.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
            return go(to: "/sign-in\(next)")
        }
        if problem.kind == .passwordChangeNeeded { return go(to: "/password") }
        let words = ErrorPage(
            status: problem.kind.status.code, problem: problem.title,
            remedy: problem.remedy ?? "Go back and try again.",
            reference: context.id)
        guard let html = try? words.html(in: frame("Not done", context, path: path)) else { return nil }
        return page(html, problem.kind.status)
    }
}

extension Identity {
    /// The secret of their session; nil for a program.
    var csrf: String? { if case .session(let session) = proof { session.csrf } else { nil } }
}

extension Call {
    /// Fields of a form.
    func form() throws -> [String: String] {
        do {
            return try URLEncodedFormDecoder().decode(
                [String: String].self, from: String(decoding: data, as: UTF8.self))
        } catch {
            throw Problem(.badRequest, "the form cannot be read", remedy: "Open the page again.")
        }
    }
}

extension Route.Input {
    /// A form of a page.
    static let form = Route.Input(
        mediaTypes: ["application/x-www-form-urlencoded"], shape: .map(.text()), limit: 64 * 1024, isChecked: false)
}

extension Problem {
    /// The problem beside the fields of a form.
    func state(of values: [String: String]) -> FormState {
        var errors: [String: String] = [:]
        for fault in fields {
            let name = fault.field.split(separator: ".").last.map(String.init) ?? fault.field
            errors[name == "signature" || name == "confirmation" ? "second_name" : name] =
                "\(fault.problem). \(fault.remedy)"
        }
        let reasons = stops.flatMap { ["\($0.reasons.joined(separator: "; ")). To clear it: \($0.clearedBy)."] }
        let summary = ([title, remedy].compactMap(\.self) + reasons).joined(separator: ". ")
        var kept = values
        for secret in ["password", "second_password", "current", "new", "again", "csrf"] { kept[secret] = nil }
        return FormState(values: kept, errors: errors, summary: summary)
    }
}
