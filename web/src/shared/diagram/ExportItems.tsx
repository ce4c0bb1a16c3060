import { Menu } from '@mantine/core'
import { FileCode2, FileImage, type LucideIcon, Shapes } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toastProblem } from '@/shared/ui/toast'
import { EXPORT_FORMATS, type ExportFormat, exportDrawing } from './export'

const ICONS: Record<ExportFormat, LucideIcon> = { bpmn: FileCode2, svg: Shapes, png: FileImage }

type ExportItemsProps = { name: string; readXml: () => Promise<string> }

/** The ways a drawing leaves the product, as entries of a menu. */
export function ExportItems({ name, readXml }: ExportItemsProps) {
  const { t } = useTranslation('diagram')
  function give(format: ExportFormat) {
    readXml()
      .then(xml => exportDrawing(xml, name, format))
      .catch(toastProblem)
  }
  return EXPORT_FORMATS.map(format => {
    const Icon = ICONS[format]
    return (
      <Menu.Item
        key={format}
        leftSection={<Icon size={14} aria-hidden />}
        onClick={() => give(format)}
      >
        {t(`export.${format}`)}
      </Menu.Item>
    )
  })
}
