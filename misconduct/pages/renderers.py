"""Forms drawn with our templates: summary on top, the same words beside the field."""

from django.forms.renderers import TemplatesSetting


class OfficeRenderer(TemplatesSetting):
    """The FORM_RENDERER of the settings; needs ``django.forms`` among the installed apps."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
