using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Lint.Rules;

/// <summary>Words that advertising law forbids (广告法 art. 9: superlatives, organs of state), and words of a fresh block that nobody replaced.</summary>
internal sealed class WordsRule(BlockCatalog catalog) : ILintRule
{
    // Whole phrases only: 「第一」 alone stands in 「第一步」 and 「第一次」.
    private static readonly string[] Forbidden =
    [
        "国家级", "世界级", "最高级", "最佳", "最优", "最好", "最强", "最大优惠", "最低价", "最便宜", "全网最低", "史上最低", "最先进", "最新技术", "最受欢迎",
        "第一品牌", "全国第一", "全网第一", "销量第一", "行业第一", "唯一品牌", "独一无二", "顶级", "极品", "极致性价比", "绝无仅有", "史无前例", "永久免费", "万能", "100%安全", "绝对安全", "零风险",
        "国家领导人", "国宴", "特供", "专供", "驰名商标", "免检产品", "秒杀全网", "再不抢就没了",
    ];

    public Task<IReadOnlyList<LintFinding>> CheckAsync(LintedPage page, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<LintFinding>>([.. page.Blocks.SelectMany(ForbiddenIn), .. page.Blocks.Where(HasWordsOfAFreshOne).Select(b => new LintFinding("still_default", LintSeverity.Warning, b.Id))]);

    private static IEnumerable<LintFinding> ForbiddenIn(LintedBlock block)
        => Forbidden
            .Where(word => block.Contents.Words.Any(w => w.Zh.Contains(word, StringComparison.Ordinal)))
            .Select(word => new LintFinding("forbidden_word", LintSeverity.Error, block.Id, word));

    private bool HasWordsOfAFreshOne(LintedBlock block)
    {
        var fresh = BlockContents.Of((Block)Activator.CreateInstance(catalog.Of(block.Drawn.Block).BlockType)!).Words;
        return fresh.Any(w => w.Zh.StartsWith("在这里", StringComparison.Ordinal) && block.Contents.Words.Contains(w));
    }
}
