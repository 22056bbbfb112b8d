/// What is the same around every page: who looks, at which kind of records, and what is to be said first.
public struct PageFrame: Sendable {
    /// Who is signed in.
    public struct User: Sendable, Equatable {
        /// Name, as signatures carry it.
        public var name: String
        /// Role, in words.
        public var role: String

        /// Makes one.
        public init(name: String, role: String) {
            self.name = name
            self.role = role
        }
    }

    /// Title of the page, without the program's name.
    public var title: String
    /// Who is signed in; nil: nobody.
    public var user: User?
    /// Token that every form sends back.
    public var csrf: String
    /// Kind of records.
    public var realm: PageRealm
    /// Said once above the page.
    public var notices: [Notice]
    /// Path of this page.
    public var path: String
    /// Parts of the house that the user may enter; the others are not linked.
    public var sections: [PageSection]

    /// Makes a frame.
    public init(
        title: String, user: User?, csrf: String, realm: PageRealm, notices: [Notice] = [], path: String,
        sections: [PageSection] = PageSection.everyone
    ) {
        self.title = title
        self.user = user
        self.csrf = csrf
        self.realm = realm
        self.notices = notices
        self.path = path
        self.sections = sections
    }
}

/// Kinds of records; they never mix, and each page says which it shows.
public enum PageRealm: String, Sendable, CaseIterable {
    /// Patients; made up to learn on; virtual patients
    case real, training, simulated

    /// The banner; nil for patients.
    var banner: (word: String, text: String)? {
        switch self {
        case .real: nil
        case .training: ("TRAINING", "Made up to learn on. Nobody here is a patient.")
        case .simulated: ("SIMULATED", "Virtual patients. Nobody here exists.")
        }
    }
}

/// Parts of the house, in the order of the menu.
public enum PageSection: String, Sendable, CaseIterable {
    /// Patients, virtual trials, models, evidence; administration
    case board, trials, models, evidence, users, accessLog, tokens

    /// What everybody may enter.
    public static let everyone: [PageSection] = [.board, .trials, .models, .evidence]

    /// Where it is.
    public var path: String {
        switch self {
        case .board: "/"
        case .trials: "/trials"
        case .models: "/models"
        case .evidence: "/evidence"
        case .users: "/admin/users"
        case .accessLog: "/admin/access-log"
        case .tokens: "/admin/tokens"
        }
    }

    var title: String {
        switch self {
        case .board: "Board"
        case .trials: "Trials"
        case .models: "Models"
        case .evidence: "Evidence"
        case .users: "Users"
        case .accessLog: "Access log"
        case .tokens: "Tokens"
        }
    }

    /// Whether a path lies in it.
    func contains(_ path: String) -> Bool {
        self == .board ? path == "/" || path.hasPrefix("/patients") : path.hasPrefix(self.path)
    }
}

/// Something to be said once above a page.
public struct Notice: Sendable, Equatable {
    /// What kind.
    public enum Kind: String, Sendable {
        /// Done as asked; mind this; not done
        case done, warning, failed
    }
    /// What kind.
    public var kind: Kind
    /// What is said.
    public var text: String

    /// Makes one.
    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    var word: String {
        switch kind {
        case .done: "Done"
        case .warning: "Mind"
        case .failed: "Not done"
        }
    }
}
