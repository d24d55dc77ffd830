using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Tests;

internal static class Make
{
    public static NewPage NewPage(string slug = "autumn", string? document = null, Guid? subject = null)
        => new(PagePaths.Activity, slug, new("金秋试驾季", "Autumn drive")) { Document = document, SubjectId = subject, Description = "到店有礼" };

    public static string Document(params string[] blocks) => $$"""{ "blocks": [{{string.Join(',', blocks)}}] }""";

    public static string Notice(string text, string id = "one") => $$"""{ "kind": "notice", "version": 1, "id": "{{id}}", "text": "{{text}}" }""";

    /// <summary>A page that may go before the public: one sentence, rules, a privacy policy.</summary>
    public static string SoundDocument(string text = "欢迎") => Document(
        Notice(text),
        """{ "kind": "rules", "version": 1, "id": "rules", "body": "每人限一次。" }""",
        """{ "kind": "footer", "version": 1, "id": "footer", "privacyHref": "https://example.cn/privacy" }""");

    public static BlockContext Context(string language = PageLanguages.Chinese)
        => new()
        {
            TenantId = Guid.Empty,
            TenantIdentifier = "chenxing",
            TenantName = "辰星汽车",
            PageId = Guid.Empty,
            PathKind = PagePaths.Activity,
            Slug = "autumn",
            Language = language,
        };
}
