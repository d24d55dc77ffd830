using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Library;

/// <summary>What is typed for a new page.</summary>
public sealed class NewPageForm
{
    /// <summary>Code of the template.</summary>
    public string Template { get; set; } = PageTemplates.TestDrive;

    /// <summary>Whether the person chose the template, so that no other is suggested.</summary>
    public bool HasChosenTemplate { get; set; }

    /// <summary>Chinese name.</summary>
    public string Zh { get; set; } = "";

    /// <summary>English name.</summary>
    public string En { get; set; } = "";

    /// <summary>Path kind.</summary>
    public string Kind { get; set; } = PagePaths.Content;

    /// <summary>The activity's id.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The word in the address.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Takes over what the subject says of itself; what the person typed or chose stays.</summary>
    public void Take(PageSubject? subject)
    {
        if (subject is null)
        {
            return;
        }

        Zh = string.IsNullOrWhiteSpace(Zh) ? subject.Title.Zh : Zh;
        En = string.IsNullOrWhiteSpace(En) ? subject.Title.En ?? "" : En;
        Template = HasChosenTemplate ? Template : subject.Template ?? Template;
    }

    /// <summary>The page that was asked for.</summary>
    public NewPage Page(PageSubject? subject)
        => new(Kind, subject?.Slug ?? Slug.Trim(), new(Zh.Trim(), string.IsNullOrWhiteSpace(En) ? null : En.Trim()))
        {
            Description = subject?.Description ?? new(""),
            SubjectId = subject?.Id,
            DealerId = subject?.DealerId,
            Template = Template,
            Folder = Folder,
        };
}
