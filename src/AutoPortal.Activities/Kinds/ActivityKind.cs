using System.Text.Json;
using System.Text.Json.Nodes;
using AutoPortal.Activities.Domain;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.Kinds;

/// <summary>What a kind of activity has of its own. A derived class gives every property a default that works, because the form starts from it.</summary>
public abstract class KindSettings;

/// <summary>Parts of the one engine that a kind makes use of.</summary>
[Flags]
internal enum KindParts
{
    None = 0,

    /// <summary>People choose a session.</summary>
    Sessions = 1,

    /// <summary>People may choose the car they want to drive.</summary>
    Series = 2,

    /// <summary>People answer questions.</summary>
    Questions = 4,

    /// <summary>A reward can be had within a period.</summary>
    Redeem = 8,
}

/// <summary>Turns stored settings of one version into those of the next; pure, and free to change its argument.</summary>
internal sealed record KindLift(int From, Action<JsonObject> Apply);

/// <summary>A kind of activity: a configuration of the one sign-up engine (domain language §6.2). Its words are <c>kind.{code}</c> and what begins so.</summary>
internal abstract class ActivityKind
{
    public abstract string Code { get; }

    public virtual int Version => 1;

    /// <summary>One for every version before the present one.</summary>
    public virtual IReadOnlyList<KindLift> Lifts => [];

    public abstract Type SettingsType { get; }

    /// <summary>The component that edits the settings; derived from <see cref="KindEditor{TSettings}"/>.</summary>
    public abstract Type EditorType { get; }

    public abstract KindParts Parts { get; }

    /// <summary>Name in the icon set.</summary>
    public abstract string Icon { get; }

    /// <summary>The optional fields a new form asks for.</summary>
    public virtual string[] Fields => FormFields.All;

    /// <summary>People come to it: there is a door, and whoever does not come is missed.</summary>
    public virtual bool IsVisited => true;

    /// <summary>Code of a drawing for its page.</summary>
    public virtual string Drawing => "drive";

    /// <summary>The built-in template that its page starts from.</summary>
    public abstract string PageTemplate(KindSettings settings);

    /// <summary>What the settings say on that page, by the template's words.</summary>
    public abstract IEnumerable<KeyValuePair<string, LocalText>> PageWords(KindSettings settings, InBothLanguages say);

    public abstract KindSettings Fresh();

    /// <summary>What is wrong with the settings, by the name of the field in the kind's editor.</summary>
    public abstract IEnumerable<FieldError> Check(KindSettings settings);

    /// <summary>Whether people who saw the one would find nothing but better words in the other.</summary>
    public abstract bool IsAlike(KindSettings one, KindSettings other);

    /// <summary>The questions people answer when they sign up.</summary>
    public virtual IReadOnlyList<KindQuestion> Questions(KindSettings settings) => [];

    /// <summary>Rows of what and how much, for the page and the drawer: resource key and value.</summary>
    public virtual IEnumerable<KindFact> Facts(KindSettings settings) => [];

    public bool Uses(KindParts part) => (Parts & part) == part;
}

/// <summary>A text of this module in both languages, with its values.</summary>
internal delegate LocalText InBothLanguages(string key, params object[] values);

/// <summary>Something to know about an activity.</summary>
internal sealed record KindFact(string Key, string Value);

internal abstract class ActivityKind<TSettings> : ActivityKind
    where TSettings : KindSettings, new()
{
    public sealed override Type SettingsType => typeof(TSettings);

    public sealed override KindSettings Fresh() => new TSettings();

    public sealed override IEnumerable<FieldError> Check(KindSettings settings) => Check((TSettings)settings);

    public sealed override bool IsAlike(KindSettings one, KindSettings other) => IsAlike((TSettings)one, (TSettings)other);

    public sealed override IReadOnlyList<KindQuestion> Questions(KindSettings settings) => Questions((TSettings)settings);

    public sealed override IEnumerable<KindFact> Facts(KindSettings settings) => Facts((TSettings)settings);

    public sealed override string PageTemplate(KindSettings settings) => PageTemplate((TSettings)settings);

    public sealed override IEnumerable<KeyValuePair<string, LocalText>> PageWords(KindSettings settings, InBothLanguages say) => PageWords((TSettings)settings, say);

    protected virtual string PageTemplate(TSettings settings) => PageTemplates.PlainSignUp;

    protected virtual IEnumerable<KeyValuePair<string, LocalText>> PageWords(TSettings settings, InBothLanguages say) => [];

    protected abstract IEnumerable<FieldError> Check(TSettings settings);

    protected virtual bool IsAlike(TSettings one, TSettings other)
        => JsonNode.DeepEquals(JsonSerializer.SerializeToNode(one), JsonSerializer.SerializeToNode(other));

    protected virtual IReadOnlyList<KindQuestion> Questions(TSettings settings) => [];

    protected virtual IEnumerable<KindFact> Facts(TSettings settings) => [];
}
