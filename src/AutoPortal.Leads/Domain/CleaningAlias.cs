using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>What a clerk said that a word of files stands for, from then on.</summary>
internal sealed class CleaningAlias : TenantEntity
{
    public const int LongestWord = 400;

    private CleaningAlias()
    {
    }

    public CleaningAlias(string field, string word, string code, Act act)
    {
        Id = Ids.New(act.At);
        Field = field;
        Word = CleaningAliases.Key(WrittenText.Of(word, LongestWord));
        Means(code, act);
    }

    public string Field { get; private set; } = "";

    /// <summary>As <see cref="CleaningAliases.Key"/> compares it.</summary>
    public string Word { get; private set; } = "";
    public string Code { get; private set; } = "";
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Means(string code, Act act) => (Code, By, At) = (code, act.By, act.At);
}
