import Hummingbird
import Logging

/// What is known of a request while it is answered.
struct CentreContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks; nil: nobody is signed in.
    var identity: Identity?
    /// Address of the peer, or of who stands behind the proxy that is trusted.
    var address: String
    /// Why a credential that was shown is not taken; it is told where one is needed.
    var refusal: Problem?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// Bodies are read by routes, each with its own bound.
    var maxUploadSize: Int { 0 }
}
