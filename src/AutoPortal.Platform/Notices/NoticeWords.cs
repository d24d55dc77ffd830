using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Notices;

/// <summary>Says a notice in the reader's language, with the words of the module that sent it.</summary>
internal sealed class NoticeWords(IEnumerable<NoticeKind> kinds, IStringLocalizerFactory texts)
{
    private readonly Dictionary<string, Type> _texts = kinds.ToDictionary(k => k.Code, k => k.Texts, StringComparer.Ordinal);

    public string Of(string code, IReadOnlyList<string> values)
        => _texts.TryGetValue(code, out var type) ? texts.Create(type)["notice." + code, [.. values]] : code;
}
