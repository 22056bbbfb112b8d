extension SQLError {
    /// What an SQLSTATE means here. The server's own message is left out: it may quote values.
    init(sqlState: String) {
        let kind: Kind =
            switch sqlState {
            case "40001", "40P01": .serialization
            case "53100", "53400": .full
            case "55P03", "57014": .busy
            case "XX001", "XX002": .damaged
            case "P0001": .constraint
            default:
                switch sqlState.prefix(2) {
                case "23": .constraint
                case "08", "53", "57", "58", "28", "3D", "XX", "25": .unavailable
                default: .statement
                }
            }
        let problem =
            switch kind {
            case .serialization: "another transaction came first"
            case .full: "no room is left for the database"
            case .busy: "another transaction has been holding a lock for too long"
            case .damaged: "the server reports damaged data"
            case .constraint: "a rule of the schema forbids it"
            case .unavailable: "the server cannot do it now"
            default: "the statement was refused"
            }
        self.init(kind, code: sqlState, problem: problem)
    }
}
