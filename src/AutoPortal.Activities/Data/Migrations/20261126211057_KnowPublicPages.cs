using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Activities.Data.Migrations
{
    /// <inheritdoc />
    public partial class KnowPublicPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_page_public",
                schema: "activities",
                table: "activities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "page_told_at",
                schema: "activities",
                table: "activities",
                type: "timestamp with time zone",
                nullable: true);

            // Until now a page was public as soon as it was made; what was withdrawn since is learnt from Pages.
            migrationBuilder.Sql("update activities.activities set is_page_public = true where page_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_page_public",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "page_told_at",
                schema: "activities",
                table: "activities");
        }
    }
}
